package search

import (
	"log/slog"
	"sync"
	"time"
)

// The log is told of changes of so many nodes, and how far they are, at such intervals.
const (
	progressFrom  = 2 * batchNodes
	progressEvery = 5 * time.Second
)

// progress tells the log how far a large change has come.
type progress struct {
	log   *slog.Logger
	total int
	start time.Time

	mu   sync.Mutex
	done int
	last time.Time // when the log was told
}

// add counts nodes as done.
func (p *progress) add(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done += n
	if now := time.Now(); now.Sub(p.last) >= progressEvery && p.done < p.total {
		p.last = now
		p.log.Info("indexing words", "nodes", p.done, "of", p.total)
	}
}

// end tells that all is done, if there was much to do.
func (p *progress) end() {
	if p.total >= progressFrom {
		p.log.Info("words indexed", "nodes", p.total, "seconds", time.Since(p.start).Seconds())
	}
}
