package badge

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/gowebpki/jcs"
	"pgregory.net/rapid"
)

// canonical returns events as canonical JSON.
func canonical(t interface{ Fatal(...any) }, events []Event) []byte {
	raw, err := json.Marshal(events)
	if err != nil {
		t.Fatal(err)
	}
	if raw, err = jcs.Transform(raw); err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestReadGrants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := func(n int) []byte { return rapid.SliceOfN(rapid.Byte(), n, n).Draw(t, "bytes") }
		number := rapid.Uint64Range(0, 1<<53-1)
		var events []Event
		plain := true
		for range rapid.IntRange(0, 4).Draw(t, "events") {
			e := Event{
				Kind: rapid.SampledFrom([]Kind{Minted, Renewed, LevelChanged}).Draw(t, "kind"), Block: number.Draw(t, "block"), Time: number.Draw(t, "time"),
				Index: number.Draw(t, "index"), Type: rapid.Uint32().Draw(t, "type"), ID: common.Hash(word(32)), Holder: common.Address(word(20)),
				Issuer: common.Address(word(20)), Level: rapid.Uint8().Draw(t, "level"), Issued: number.Draw(t, "issued"), Expires: number.Draw(t, "expires"),
			}
			if rapid.Bool().Draw(t, "tx") {
				e.Tx = common.Hash(word(32))
			}
			if rapid.IntRange(0, 9).Draw(t, "other") == 0 {
				e.Reason = 1
			}
			plain = plain && e.Reason == 0 && e.Level > 0 && e.Issued > 0 && e.ID != common.Hash{} && e.Holder != common.Address{} && e.Issuer != common.Address{}
			events = append(events, e)
		}
		raw := canonical(t, events)
		got, ok := ReadGrants(nil, raw)
		if ok != (plain && len(events) > 0) {
			t.Fatalf("%s: read %v, want %v", raw, ok, plain)
		}
		if ok && !slices.Equal(got, events) {
			t.Fatalf("%s: got %+v", raw, got)
		}
	})
}

func TestBadgeAppendJSON(t *testing.T) {
	b := Badge{
		Holder: common.Address{1}, Issuer: common.Address{2}, Type: 3, Level: 4, Burn: 11, Decision: common.Hash{12}, Issued: 5, Expires: 6, Minted: 7, Ended: 8, EndedBy: common.Address{9}, Reason: 10,
	}
	for i, v := 0, reflect.ValueOf(b); i < v.NumField(); i++ {
		if v.Field(i).IsZero() {
			t.Fatalf("the test leaves %s out", v.Type().Field(i).Name)
		}
	}
	for _, b := range []Badge{{}, b} {
		raw, err := json.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		if raw, err = jcs.Transform(raw); err != nil {
			t.Fatal(err)
		}
		if got := b.AppendJSON(nil); !bytes.Equal(got, raw) {
			t.Fatalf("got %s, want %s", got, raw)
		}
	}
}

// FuzzReadGrants looks for bytes that the fast reader takes and that are not canonical, or say something else.
func FuzzReadGrants(f *testing.F) {
	e := Event{Kind: Minted, Block: 1, Time: 2, Type: 3, ID: common.Hash{4}, Holder: common.Address{5}, Issuer: common.Address{6}, Level: 7, Issued: 8, Expires: 9, Tx: common.Hash{10}}
	f.Add(canonical(f, []Event{e}))
	e.Expires, e.Tx = 0, common.Hash{}
	f.Add(canonical(f, []Event{e, e}))
	f.Fuzz(func(t *testing.T, raw []byte) {
		events, ok := ReadGrants(nil, raw)
		if ok && !bytes.Equal(canonical(t, events), raw) {
			t.Fatalf("%q was read as %+v", raw, events)
		}
	})
}
