package web

import (
	"flag"
	"log"
	"net"
	"os"
	"testing"
)

// preview serves the pages with the fixture behind them, for whoever works on their looks:
//
//	go test ./web -preview 127.0.0.1:8099
var preview = flag.String("preview", "", "serve the fixture's pages at this address instead of testing")

func TestMain(m *testing.M) {
	flag.Parse()
	if *preview == "" {
		os.Exit(m.Run())
	}
	f := newFixture()
	app, err := New(Config{Service: f, Demo: f})
	if err != nil {
		log.Fatal(err)
	}
	l, err := net.Listen("tcp", *preview)
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(app.Serve(l))
}
