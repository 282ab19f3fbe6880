package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/policygraph/policygraph/graph"
	"github.com/policygraph/policygraph/loader"
	"github.com/policygraph/policygraph/loader/gazetteer"
	"github.com/policygraph/policygraph/resolvers"
)

// serveCommand serves the page and the API.
type serveCommand struct {
	Addr       string        `help:"Address to listen on." default:"127.0.0.1:8080"`
	Seeds      string        `help:"What to load into an empty store." default:"seeds" placeholder:"PATH"`
	CORSOrigin []string      `name:"cors-origin" help:"Origin whose pages may ask." placeholder:"ORIGIN"`
	Host       []string      `help:"Host name that the server answers to." placeholder:"NAME"`
	TokenFile  string        `help:"File with the token of clients that may load." placeholder:"FILE"`
	Timeout    time.Duration `help:"Longest time for a query." default:"10s"`
	Complexity int           `help:"Largest number of fields in an answer." default:"200000"`
	Drain      time.Duration `help:"Longest time to end requests when stopping." default:"10s"`

	// load --watch is a flag without a value, so that the two cannot share a variable.
	Watch string `help:"Folder to follow." type:"existingdir" env:"POLICYGRAPH_SERVE_WATCH" placeholder:"DIR"`
}

// Help is the longer part of the command's help.
func (*serveCommand) Help() string {
	return `The page is at /, GraphQL at /graphql, GraphiQL at /graphiql; /healthz says whether
the server is ready, /metrics what it does.

--watch DIR loads what is or comes below a folder while the server runs, and unloads
the text of a file that goes, also of one that went between two runs; what was loaded in
other ways stays. (load --watch is for a folder of which nothing shall go, without a
server.)

--seeds '' loads nothing. --cors-origin can be repeated, as https://dashboard.example,
or be * for all; by default the API can be used by the server's own pages alone.

On loopback the server answers to the names of this machine and those given by
--host, elsewhere to any name unless some are given. Behind a proxy on the same
machine, give the public name.

Mutations are refused unless --token-file names a file with a token of 16 characters or
more, which clients send as Authorization: Bearer TOKEN.

--complexity limits the estimated number of fields in the answer to a query.`
}

// Run serves until the program is told to stop. It answers at once; while an empty store is being
// filled, /healthz says that it is loading.
func (c *serveCommand) Run(p *program) (err error) {
	kb, err := p.open()
	if err != nil {
		return err
	}
	defer func() { err = firstError(err, kb.close()) }()
	listener, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	edits := &changes{}
	s, err := c.site(p, kb, edits, listener.Addr())
	if err != nil {
		return firstError(err, listener.Close())
	}
	handler, err := s.handler()
	if err != nil {
		return firstError(err, listener.Close())
	}
	p.log.Info("serving", "url", "http://"+listener.Addr().String(), "data", p.data)
	group, ctx := errgroup.WithContext(p.ctx)
	group.Go(func() error { return c.listen(ctx, p.log, listener, handler) })
	group.Go(func() error {
		if err := c.seed(ctx, p, kb, edits); err != nil {
			return err
		}
		kb.warm(ctx)
		s.ready.Store(true)
		if c.Watch == "" {
			return nil
		}
		return c.mirror(ctx, p, kb, edits)
	})
	return group.Wait()
}

// site is what to serve at an address.
func (c *serveCommand) site(
	p *program, kb *knowledge, edits *changes, addr net.Addr,
) (*site, error) {
	r, err := p.resolver(kb)
	if err != nil {
		return nil, err
	}
	gaz, err := gazetteer.Load()
	if err != nil {
		return nil, err
	}
	edits.loader = loader.New[*graph.View](kb.store, gaz, loader.Options{Log: p.log})
	if r.Token, err = readToken(c.TokenFile); err != nil {
		return nil, err
	}
	r.Changes, r.Origins = edits, c.CORSOrigin
	limits := resolvers.DefaultLimits()
	limits.Timeout, limits.Complexity = c.Timeout, c.Complexity
	return &site{
		graphql: resolvers.NewHandler(r, limits), metrics: newMetrics(r.View),
		origins: c.CORSOrigin, hosts: answersTo(addr, c.Host),
	}, nil
}

// listen serves until ctx is done, and then lets running requests end.
func (c *serveCommand) listen(
	ctx context.Context, log *slog.Logger, listener net.Listener, handler http.Handler,
) error {
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      c.Timeout + 30*time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    128 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		log.Info("stopping")
		drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), c.Drain)
		defer cancel()
		stopped <- server.Shutdown(drain)
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	if err := <-stopped; err != nil {
		return fmt.Errorf("serve: requests were still running after %s: %w", c.Drain, err)
	}
	return nil
}

// seed loads the seeds into an empty store. Files that cannot be read are logged, as is a folder
// that is not there: the server answers without them.
func (c *serveCommand) seed(
	ctx context.Context, p *program, kb *knowledge, edits *changes,
) error {
	edits.writing.Lock()
	defer edits.writing.Unlock()
	if c.Seeds == "" || kb.store.View().Version() > 0 {
		return nil
	}
	began := time.Now()
	options := loader.Options{Log: p.log, Progress: edits.tell}
	summary, err := p.load(ctx, kb.store, []string{c.Seeds}, options)
	switch {
	case ctx.Err() != nil:
		return nil // told to stop; what was loaded so far is in the store
	case err != nil:
		p.log.Warn("seeds were not loaded", "seeds", c.Seeds, "error", err)
		return nil
	}
	for _, failure := range summary.Failed {
		p.log.Warn("a seed was not loaded", "error", failure)
	}
	p.log.Info("seeds loaded", "documents", summary.Documents, "tasks", summary.Tasks,
		"seconds", time.Since(began).Seconds())
	return nil
}
