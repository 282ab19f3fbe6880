package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/policygraph/policygraph/graph"
)

// metrics are the figures at /metrics.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.HistogramVec
}

// newMetrics counts requests, and shows the size of a graph as it is when asked.
func newMetrics(view func() graph.Reader) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "policygraph_request_seconds",
			Help:    "Duration of HTTP requests by handler, method and status.",
			Buckets: prometheus.ExponentialBuckets(0.0005, 4, 9),
		}, []string{"handler", "method", "code"}),
	}
	m.registry.MustRegister(
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		m.requests,
		&graphCollector{
			view: view,
			nodes: prometheus.NewDesc("policygraph_nodes",
				"Nodes of the graph that lists show, by kind.", []string{"kind"}, nil),
			edges: prometheus.NewDesc("policygraph_edges", "Edges of the graph.", nil, nil),
			version: prometheus.NewDesc("policygraph_version",
				"Commits to the store since it was made.", nil, nil),
		})
	return m
}

// handler serves the figures.
func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{Registry: m.registry})
}

// measured takes the duration of requests.
func (m *metrics) measured(name string, next http.Handler) http.Handler {
	observer := m.requests.MustCurryWith(prometheus.Labels{"handler": name})
	return promhttp.InstrumentHandlerDuration(observer, next)
}

// graphCollector shows the size of the graph.
type graphCollector struct {
	view                  func() graph.Reader
	nodes, edges, version *prometheus.Desc
}

// Describe implements prometheus.Collector.
func (c *graphCollector) Describe(to chan<- *prometheus.Desc) {
	to <- c.nodes
	to <- c.edges
	to <- c.version
}

// Collect implements prometheus.Collector.
func (c *graphCollector) Collect(to chan<- prometheus.Metric) {
	view := c.view()
	stats, err := view.Stats(context.Background())
	if err != nil {
		to <- prometheus.NewInvalidMetric(c.nodes, err)
		return
	}
	for kind, n := range stats.Nodes {
		label := strings.ToLower(kind.String())
		to <- prometheus.MustNewConstMetric(c.nodes, prometheus.GaugeValue, float64(n), label)
	}
	to <- prometheus.MustNewConstMetric(c.edges, prometheus.GaugeValue, float64(stats.Edges))
	to <- prometheus.MustNewConstMetric(c.version, prometheus.CounterValue, float64(view.Version()))
}
