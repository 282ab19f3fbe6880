package resolvers

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

const (
	jsonType     = "application/json"
	responseType = "application/graphql-response+json"
	// maxErrors bounds the errors of a response: a query can hold thousands of equal mistakes.
	maxErrors = 20
)

// overHTTP is GraphQL over HTTP as the specification's audit suite (npm graphql-http) has it: POST
// and GET, both media types of responses, 4xx for what is no GraphQL request at all. gqlgen's own
// transports fall short of it: they answer 422, echo bodies, and write "data": null for requests
// that were never executed.
type overHTTP struct{ maxBody, maxDocument int64 }

// Supports implements graphql.Transport.
func (t overHTTP) Supports(*http.Request) bool { return true }

// Do implements graphql.Transport.
func (t overHTTP) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	media := negotiate(r.Header.Values("Accept"))
	if media == "" {
		fail(w, jsonType, refusal{http.StatusNotAcceptable, "accept " + jsonType + " or " + responseType})
		return
	}
	params, err := t.read(w, r)
	if err != nil {
		fail(w, media, err)
		return
	}
	ctx := r.Context()
	op, errs := exec.CreateOperationContext(ctx, params)
	if len(errs) > 0 {
		resp := exec.DispatchError(graphql.WithOperationContext(ctx, op), errs)
		respond(w, media, rejected(media), requestErrors{limited(resp.Errors), resp.Extensions})
		return
	}
	if r.Method == http.MethodGet && op.Operation.Operation != ast.Query {
		w.Header().Set("Allow", http.MethodPost)
		fail(w, media, refusal{http.StatusMethodNotAllowed, "GET is for queries only"})
		return
	}
	next, ctx := exec.DispatchOperation(ctx, op)
	resp := next(ctx)
	if resp == nil { // the context ended before the operation began
		errs := gqlerror.List{gqlerror.Wrap(ctx.Err())}
		respond(w, media, http.StatusOK, exec.DispatchError(ctx, errs))
		return
	}
	resp.Errors = limited(resp.Errors)
	respond(w, media, http.StatusOK, resp)
}

// rejected is the status for a request with an operation that cannot be executed.
func rejected(media string) int {
	if media == jsonType {
		return http.StatusOK // what clients of the older media type expect
	}
	return http.StatusBadRequest
}

// requestErrors is the response to a request that was not executed: it has no data, not even null.
type requestErrors struct {
	Errors     gqlerror.List  `json:"errors"`
	Extensions map[string]any `json:"extensions,omitempty"`
}

// refusal is an error of the request as HTTP.
type refusal struct {
	status  int
	message string
}

// Error implements error.
func (e refusal) Error() string { return e.message }

// fail answers a request that is no GraphQL request.
func fail(w http.ResponseWriter, media string, err error) {
	status := http.StatusBadRequest
	if refused, ok := errors.AsType[refusal](err); ok {
		status = refused.status
	}
	shown := coded(&gqlerror.Error{}, err.Error(), codeBadRequest)
	respond(w, media, status, requestErrors{Errors: gqlerror.List{shown}})
}

// respond writes a response.
func respond(w http.ResponseWriter, media string, status int, body any) {
	b, err := json.Marshal(body)
	if err != nil {
		panic(fmt.Errorf("marshal response: %w", err))
	}
	w.Header().Set("Content-Type", media+"; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b) // a client that has gone cannot be told
}

// limited cuts a long list of errors, and says so.
func limited(errs gqlerror.List) gqlerror.List {
	if len(errs) <= maxErrors {
		return errs
	}
	more := coded(&gqlerror.Error{}, fmt.Sprintf("and %d more errors", len(errs)-maxErrors), codeMore)
	return append(errs[:maxErrors:maxErrors], more)
}

// negotiate is the media type of the response: the first one listed that this server writes, ""
// if there is none.
func negotiate(accept []string) string {
	if len(accept) == 0 {
		return jsonType
	}
	for part := range strings.SplitSeq(strings.Join(accept, ","), ",") {
		media, params, err := mime.ParseMediaType(part)
		if err != nil || params["charset"] != "" && !strings.EqualFold(params["charset"], "utf-8") {
			continue
		}
		switch media {
		case "*/*", "application/*", jsonType:
			return jsonType
		case responseType:
			return responseType
		}
	}
	return ""
}

// read reads the parameters of a request.
func (t overHTTP) read(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, error) {
	start := graphql.Now()
	var params *graphql.RawParams
	var err error
	switch r.Method {
	case http.MethodGet:
		params, err = t.readURL(r.URL.RawQuery)
	case http.MethodPost:
		params, err = t.readBody(w, r)
	default:
		w.Header().Set("Allow", "GET, POST")
		err = refusal{http.StatusMethodNotAllowed, "use GET or POST"}
	}
	if err != nil {
		return nil, err
	}
	if params.Query == "" && params.Extensions["persistedQuery"] == nil {
		return nil, errors.New("the request has no query")
	}
	params.Headers = r.Header
	params.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}
	return params, nil
}

// readBody reads the parameters of a POST request.
func (t overHTTP) readBody(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, error) {
	media, p, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	charset := strings.ToLower(p["charset"])
	if err != nil || media != jsonType || charset != "" && charset != "utf-8" {
		return nil, refusal{http.StatusUnsupportedMediaType, "send " + jsonType + " in UTF-8"}
	}
	largest := t.maxBody
	if isAuthorized(r.Context()) {
		largest = t.maxDocument
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, largest))
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		return nil, refusal{
			http.StatusRequestEntityTooLarge, fmt.Sprintf("the body is over %d bytes", largest),
		}
	} else if err != nil {
		return nil, errors.New("the body could not be read")
	}
	var params *graphql.RawParams
	if err := decode(body, &params); err != nil || params == nil {
		return nil, errors.New("the body is no JSON object with query, operationName, variables, extensions")
	}
	return params, nil
}

// readURL reads the parameters of a GET request.
func (t overHTTP) readURL(raw string) (*graphql.RawParams, error) {
	if int64(len(raw)) > t.maxBody {
		return nil, refusal{
			http.StatusRequestURITooLong, fmt.Sprintf("the URL is over %d bytes", t.maxBody),
		}
	}
	values, err := url.ParseQuery(raw)
	if err != nil {
		return nil, errors.New("the URL's parameters cannot be read")
	}
	params := &graphql.RawParams{
		Query: values.Get("query"), OperationName: values.Get("operationName"),
	}
	for name, to := range map[string]*map[string]any{
		"variables": &params.Variables, "extensions": &params.Extensions,
	} {
		if text := values.Get(name); text != "" {
			if err := decode([]byte(text), to); err != nil {
				return nil, fmt.Errorf("%s is no JSON object", name)
			}
		}
	}
	return params, nil
}

// decode reads one JSON value and nothing after it, with numbers as written.
func decode(text []byte, to any) error {
	d := json.NewDecoder(strings.NewReader(string(text)))
	d.UseNumber()
	if err := d.Decode(to); err != nil {
		return err
	}
	if d.More() {
		return errors.New("more than one value")
	}
	return nil
}
