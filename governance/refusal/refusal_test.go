package refusal_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/peritus-dao/peritus/governance/refusal"
)

func TestRefusalKeepsItsCauseAndItsRule(t *testing.T) {
	err := fmt.Errorf("casting: %w", refusal.New(refusal.Invalid, "ballot-expired", "expires", "it ended: %w", io.EOF))
	if !refusal.Is(err, "ballot-expired") || refusal.Is(err, "another") || !errors.Is(err, io.EOF) {
		t.Fatalf("%v", err)
	}
	if r := refusal.Of(err); r.Code != refusal.Invalid || r.Error() != "expires: it ended: EOF" {
		t.Fatalf("%+v", r)
	}
}

func TestWhatHasNoCodeIsInternalAndSaysNothing(t *testing.T) {
	r := refusal.Of(errors.New("pq: password for user admin"))
	if r.Code != refusal.Internal || r.Rule != "internal" || r.Error() == "pq: password for user admin" {
		t.Fatalf("%+v", r)
	}
	if r.Unwrap() == nil {
		t.Fatal("the cause is lost for the log")
	}
}
