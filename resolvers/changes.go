package resolvers

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"net/http"
	"path"
	"strings"
	"unicode"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/schema/model"
)

// Changes is what mutations are done by. An error that wraps ErrRefused is told to the client.
type Changes interface {
	// Load stores a document under a name and says what was found in it.
	Load(ctx context.Context, name string, data []byte) (Loaded, error)
	// Unload removes texts and returns them.
	Unload(ctx context.Context, name string) ([]graph.Expression, error)
	// Progress tells of files that are loaded until ctx ends, and then closes the channel.
	Progress(ctx context.Context) <-chan model.LoadProgress
}

// ErrRefused is wrapped by errors of Changes that the client can mend: those that Refuse makes.
var ErrRefused = errors.New("refused")

// refusedError is an error that clients are told.
type refusedError struct{ error }

// Is reports that the error is a refusal.
func (e refusedError) Is(target error) bool { return target == ErrRefused }

// Unwrap is the reason.
func (e refusedError) Unwrap() error { return e.error }

// Refuse marks an error as one that the client can mend. The client sees its text.
func Refuse(reason error) error { return refusedError{reason} }

// Loaded is what was found in a document.
type Loaded struct {
	Document  graph.ID
	Source    graph.Source
	Unchanged bool
	Sections  int
	Tasks     int
	Units     int
	Targets   int
	Citations int
	Doubts    []string // in English
}

// The errors of requests without the right token.
var (
	errForbidden       = errors.New("this server takes no changes; start it with --token-file")
	errUnauthenticated = errors.New("changes need the server's token: Authorization: Bearer …")
)

// Token is what a client must show to change the graph. The zero value lets nobody.
type Token struct{ sum []byte }

// NewToken makes a Token of a secret, of which only a hash is kept, so that it cannot be printed.
func NewToken(secret string) Token {
	sum := sha256.Sum256([]byte(secret))
	return Token{sum[:]}
}

// allows compares in a time that does not tell how much is right.
func (t Token) allows(authorization string) bool {
	const scheme = "bearer "
	if len(authorization) < len(scheme) || !strings.EqualFold(authorization[:len(scheme)], scheme) {
		return false
	}
	sum := sha256.Sum256([]byte(authorization[len(scheme):]))
	return t.sum != nil && subtle.ConstantTimeCompare(sum[:], t.sum) == 1
}

// mayChange is the key of the context of requests with the right token.
type mayChange struct{}

// authorized marks the context of a request that shows the right token.
func (r *Resolver) authorized(ctx context.Context, authorization string) context.Context {
	if !r.Token.allows(authorization) {
		return ctx
	}
	return context.WithValue(ctx, mayChange{}, true)
}

// isAuthorized reports whether the request of ctx shows the right token.
func isAuthorized(ctx context.Context) bool { return ctx.Value(mayChange{}) != nil }

// guard is the error of a request that may change nothing, nil for one that may.
func (r *Resolver) guard(ctx context.Context) error {
	switch {
	case r.Changes == nil || r.Token.sum == nil:
		return errForbidden
	case !isAuthorized(ctx):
		return errUnauthenticated
	}
	return nil
}

// load stores the document of a mutation.
func (r *Resolver) load(
	ctx context.Context, input model.LoadDocumentInput,
) (*model.LoadedDocument, error) {
	if err := r.guard(ctx); err != nil {
		return nil, err
	}
	if err := checkFileName(input.FileName); err != nil {
		return nil, err
	}
	data, err := contents(input)
	if err != nil {
		return nil, err
	}
	got, err := r.Changes.Load(ctx, input.FileName, data)
	if err != nil {
		return nil, err
	}
	r.renew(ctx)
	found, err := view(ctx).Nodes(ctx, []graph.ID{got.Document})
	if err != nil {
		return nil, err
	}
	doc, ok := found[0].(*graph.Document)
	if !ok {
		return nil, badInput("the document was removed by another client meanwhile")
	}
	return &model.LoadedDocument{
		Document: doc, Sha256: string(got.Source), Unchanged: got.Unchanged, Sections: got.Sections,
		Tasks: got.Tasks, Units: got.Units, Targets: got.Targets, Citations: got.Citations,
		Doubts: append([]string{}, got.Doubts...),
	}, nil
}

// checkFileName refuses names that no file below a folder has.
func checkFileName(name string) error {
	const longest = 255
	if name == "" || len(name) > longest || path.Clean("/"+name) != "/"+name ||
		strings.ContainsFunc(name, unicode.IsControl) || strings.Contains(name, `\`) {
		return badInput("fileName %q is no path below a folder of at most %d bytes", name, longest)
	}
	return nil
}

// contents are the bytes of a document.
func contents(input model.LoadDocumentInput) ([]byte, error) {
	if (input.Text == nil) == (input.Content == nil) {
		return nil, badInput("give either text or content")
	}
	if input.Text != nil {
		return []byte(*input.Text), nil
	}
	data, err := base64.StdEncoding.DecodeString(*input.Content)
	if err != nil {
		return nil, badInput("content is no Base64")
	}
	return data, nil
}

// unload removes the texts of a mutation.
func (r *Resolver) unload(ctx context.Context, name string) ([]*model.UnloadedText, error) {
	if err := r.guard(ctx); err != nil {
		return nil, err
	}
	gone, err := r.Changes.Unload(ctx, name)
	if err != nil {
		return nil, err
	}
	r.renew(ctx)
	texts := make([]*model.UnloadedText, len(gone))
	for i, e := range gone {
		texts[i] = &model.UnloadedText{
			DocumentID: e.Document, FileName: e.FileName, Sha256: string(e.Source),
		}
	}
	return texts, nil
}

// progress is the channel of a subscription.
func (r *Resolver) progress(ctx context.Context) (<-chan *model.LoadProgress, error) {
	if err := r.guard(ctx); err != nil {
		return nil, err
	}
	out := make(chan *model.LoadProgress)
	go func() {
		defer close(out)
		for p := range r.Changes.Progress(ctx) {
			select {
			case out <- &p:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out, nil
}

// authorization is the value of a request's header.
func authorization(req *http.Request) string { return req.Header.Get("Authorization") }
