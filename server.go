// Policygraph is a knowledge graph of Chinese policy documents on standardization.
//
//	policygraph                          serve the page and the API, loading seeds/ into an empty store
//	policygraph load PATH...             load documents, folders with all files below them
//	policygraph unload NAME...           remove documents and all that only they state
//	policygraph parse FILE               print what is read from a document, as JSON
//	policygraph query '{ stats { tasks } }'   answer a GraphQL query
//	policygraph check                    verify the store
//	policygraph export --format nquads   write the graph for other tools; import FILE reads it back
//	policygraph backup FILE              write the store to a file; restore FILE makes it again
//
// Every flag can be given by an environment variable: --data by POLICYGRAPH_DATA. The exit status
// is 0 if all went well, 1 if something failed, and 2 for a command line that makes no sense.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"github.com/policygraph/policygraph/graph"
)

// The exit statuses.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// errReported ends a command whose failures have been printed already.
var errReported = errors.New("some input failed")

// commands is the command line.
type commands struct {
	Data string `help:"Folder of the store." default:"data" type:"path" placeholder:"DIR"`
	// In memory, 2,097,152 nodes take 1.3 GB.
	MemoryNodes int `help:"Nodes up to which queries walk in memory." default:"2097152" placeholder:"N"`

	LogLevel  string `help:"Least level of messages: ${enum}." enum:"debug,info,warn,error" default:"info"`
	LogFormat string `help:"Form of messages on standard error: ${enum}." enum:"text,json" default:"text"`

	Serve  serveCommand  `cmd:"" default:"withargs" help:"Serve the page and the API (the default)."`
	Load   loadCommand   `cmd:"" help:"Load documents into the store."`
	Unload unloadCommand `cmd:"" help:"Remove documents and all that only they state."`
	Parse  parseCommand  `cmd:"" help:"Print what is read from a document, as JSON."`
	Query  queryCommand  `cmd:"" help:"Answer a GraphQL query, as JSON."`
	Check  checkCommand  `cmd:"" help:"Verify the store; exit status 1 if anything is wrong."`

	Export  exportCommand  `cmd:"" help:"Write the graph for other tools."`
	Import  importCommand  `cmd:"" help:"Store what an export in N-Quads holds."`
	Backup  backupCommand  `cmd:"" help:"Write the store to a file."`
	Restore restoreCommand `cmd:"" help:"Make a store from a backup."`
}

// program is what commands run with.
type program struct {
	ctx            context.Context
	stdin          io.Reader
	stdout, stderr io.Writer
	log            *slog.Logger
	data           string
	memoryNodes    int // number of nodes up to which queries walk the graph in memory
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// run is the program: it ends when the command is done or ctx is, and returns the exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	var c commands
	done := false // kong has printed help and wants to exit
	parser, err := kong.New(&c,
		kong.Name("policygraph"),
		kong.Description("A knowledge graph of Chinese policy documents on standardization."),
		kong.UsageOnError(),
		kong.DefaultEnvars("POLICYGRAPH"),
		kong.Writers(stdout, stderr),
		kong.Exit(func(int) { done = true }),
	)
	if err != nil {
		panic(err) // the tags of commands are wrong
	}
	command, err := parser.Parse(args)
	switch {
	case done:
		return exitOK
	case err != nil:
		fmt.Fprintf(stderr, "policygraph: %v; see policygraph --help\n", err)
		return exitUsage
	}
	p := &program{
		ctx: ctx, stdin: stdin, stdout: stdout, stderr: stderr,
		log: newLog(stderr, c.LogLevel, c.LogFormat), data: c.Data,
		memoryNodes: c.MemoryNodes,
	}
	return p.status(command.Run(p))
}

// status reports a command's error and returns the exit status.
func (p *program) status(err error) int {
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, graph.ErrLocked):
		fmt.Fprintf(p.stderr, "policygraph: %v (is a server running? query takes --url)\n", err)
	case !errors.Is(err, errReported):
		fmt.Fprintf(p.stderr, "policygraph: %v\n", err)
	}
	return exitFailed
}

// newLog writes messages of at least a level to w.
func newLog(w io.Writer, level, format string) *slog.Logger {
	var options slog.HandlerOptions
	var least slog.Level
	if err := least.UnmarshalText([]byte(level)); err == nil {
		options.Level = least
	}
	if format == "json" {
		return slog.New(slog.NewJSONHandler(w, &options))
	}
	return slog.New(slog.NewTextHandler(w, &options))
}
