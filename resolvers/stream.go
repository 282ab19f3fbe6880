package resolvers

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// streaming is the key of the context of requests whose answer is a stream of events.
type streaming struct{}

// keepAlive is how often a silent stream shows that it is alive.
const keepAlive = 15 * time.Second

// closeForbidden is the code with which graphql-transport-ws closes for a client that may not listen.
const closeForbidden = 4403

// isStream reports whether a request asks for server-sent events or a WebSocket.
func isStream(req *http.Request) bool {
	return req.Header.Get("Upgrade") != "" ||
		req.Method == http.MethodPost && strings.Contains(req.Header.Get("Accept"), "text/event-stream")
}

// serveStream serves a request whose answer may go on for as long as the client listens, so that
// neither the limit of an operation nor those of the server's reading and writing are for it. Only
// subscriptions are served so.
func (r *Resolver) serveStream(
	next http.Handler, w http.ResponseWriter, req *http.Request, maxBody int64,
) {
	socket := req.Header.Get("Upgrade") != ""
	if !socket { // a WebSocket shows its token later
		if err := r.guard(req.Context()); err != nil {
			respond(w, jsonType, http.StatusUnauthorized, requestErrors{Errors: gqlerror.List{
				r.present(req.Context(), err),
			}})
			return
		}
		control := http.NewResponseController(w)
		_ = control.SetReadDeadline(time.Time{}) // where it cannot be set there is none
		_ = control.SetWriteDeadline(time.Time{})
	}
	req.Body = http.MaxBytesReader(w, req.Body, maxBody)
	next.ServeHTTP(w, req.WithContext(context.WithValue(req.Context(), streaming{}, true)))
}

// webSocket is the transport graphql-transport-ws, which browsers may use from the server's own
// pages and those of Origins.
func (r *Resolver) webSocket(maxMessage int64) graphql.Transport {
	var accept transport.CoderWebsocketImplementation
	accept.AcceptOptions.OriginPatterns = r.Origins
	return transport.Websocket{
		Implementation: accept,
		InitTimeout:    10 * time.Second, PingPongInterval: keepAlive, PayloadReadLimit: &maxMessage,
		InitFunc: func(
			ctx context.Context, payload transport.InitPayload,
		) (context.Context, *transport.InitPayload, error) {
			ctx = r.authorized(ctx, payload.Authorization())
			err := r.guard(ctx)
			if err != nil { // said as the protocol has it, so that clients do not try again
				ctx = transport.AppendCloseReason(ctx, err.Error())
				ctx = transport.WithWebsocketCloseCode(ctx, closeForbidden)
			}
			return ctx, nil, err
		},
	}
}

// onlySubscriptions refuses other operations where the answer is a stream, and subscriptions
// where it is not.
func onlySubscriptions(
	ctx context.Context, next graphql.OperationHandler,
) graphql.ResponseHandler {
	subscribes := graphql.GetOperationContext(ctx).Operation.Operation == ast.Subscription
	if streams := ctx.Value(streaming{}) != nil; subscribes == streams {
		return next(ctx)
	}
	refused := coded(&gqlerror.Error{}, "send subscriptions, and nothing else, over text/event-stream "+
		"or graphql-transport-ws", codeBadRequest)
	return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{refused}})
}
