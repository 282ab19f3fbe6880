package resolvers

import (
	"context"
	"errors"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/policygraph/policygraph/graph/paths"
	"github.com/policygraph/policygraph/schema/model"
)

// The codes of errors, in extensions.code. gqlgen adds GRAPHQL_PARSE_FAILED,
// GRAPHQL_VALIDATION_FAILED and COMPLEXITY_LIMIT_EXCEEDED.
const (
	codeBadInput   = "BAD_USER_INPUT"        // an argument cannot be meant; the message names it
	codeBadRequest = "BAD_REQUEST"           // no GraphQL request at all
	codeForbidden  = "FORBIDDEN"             // the server takes no changes
	codeNoToken    = "UNAUTHENTICATED"       // the request has not the server's token
	codeTooLarge   = "QUERY_TOO_LARGE"       // more fields, levels or repetitions than allowed
	codeTimeout    = "TIMEOUT"               // the operation took longer than allowed
	codeCanceled   = "CANCELED"              // the client has gone
	codeMore       = "MORE_ERRORS"           // there were more errors than are shown
	codeInternal   = "INTERNAL_SERVER_ERROR" // anything else; the log says what
	internalError  = "internal error"
)

// errPanic is what a client hears of a panic.
var errPanic = errors.New(internalError)

// badInput is an error that the client can mend.
func badInput(format string, args ...any) error {
	return &model.InputError{Message: fmt.Sprintf(format, args...)}
}

// present turns any error of an operation into what the client sees. It is the only place that
// gives errors their codes; what it does not know is an internal error, and goes to the log.
func (r *Resolver) present(ctx context.Context, err error) *gqlerror.Error {
	var input *model.InputError
	var spoken *gqlerror.Error
	shown := &gqlerror.Error{Path: graphql.GetPath(ctx)}
	if errors.As(err, &spoken) {
		copied := *spoken
		shown = &copied
	}
	switch {
	case errors.As(err, &input):
		return coded(shown, input.Message, codeBadInput)
	case errors.Is(err, ErrRefused):
		return coded(shown, reason(err), codeBadInput)
	case errors.Is(err, errForbidden):
		return coded(shown, errForbidden.Error(), codeForbidden)
	case errors.Is(err, errUnauthenticated):
		return coded(shown, errUnauthenticated.Error(), codeNoToken)
	case errors.Is(err, paths.ErrTooLarge):
		return coded(shown, "too much of the graph lies between the nodes; "+
			"ask for fewer kinds of edge, fewer paths or a smaller depth", codeTooLarge)
	case errors.Is(err, context.DeadlineExceeded):
		return coded(shown, "the query took too long; ask for less at once", codeTimeout)
	case errors.Is(err, context.Canceled):
		return coded(shown, "the request was canceled", codeCanceled)
	case spoken != nil && errors.Unwrap(spoken) == nil:
		return shown // made by gqlgen for clients: syntax, validation, limits
	case errors.Is(err, errPanic):
		return coded(shown, internalError, codeInternal) // recoverPanic has logged it
	default:
		r.log().ErrorContext(ctx, "query failed", "path", shown.Path.String(), "error", err)
		return coded(shown, internalError, codeInternal)
	}
}

// reason is what Refuse was given: gqlgen puts place and path before it, which have fields of their
// own in an answer.
func reason(err error) string {
	if refused, ok := errors.AsType[refusedError](err); ok {
		return refused.Error()
	}
	return err.Error()
}

// coded is the error with a message and a code, and without its cause.
func coded(e *gqlerror.Error, message, code string) *gqlerror.Error {
	e.Message, e.Err = message, nil
	e.Extensions = map[string]any{"code": code}
	return e
}
