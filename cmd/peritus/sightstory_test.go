package main

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/contracts/devnet"
	"github.com/peritus-dao/peritus/governance/record"
)

// The stories of testdata/sight are about whom nodes and co-signers believe: RPC endpoints of the chain that lie, witnesses.
func TestStoriesOfSight(t *testing.T) {
	words := vocabulary(t)
	maps.Copy(words, sight(t))
	testscript.Run(t, testscript.Params{Dir: "testdata/sight", Cmds: words, RequireExplicitExec: true, RequireUniqueNames: true})
}

// sight is what such a story can say beside the words of all.
func sight(t *testing.T) map[string]func(*testscript.TestScript, bool, []string) {
	running := sync.Map{} // *devnet.Chain by the story's name and its own
	network := func(ts *testscript.TestScript, name string) *devnet.Chain {
		net, ok := running.Load(ts.Name() + " " + name)
		if !ok {
			ts.Fatalf("there is no network %s", name)
		}
		return net.(*devnet.Chain)
	}
	return map[string]func(*testscript.TestScript, bool, []string){
		// network starts a development chain, on the folder of an earlier one if there is one: $NAME is its endpoint.
		"network": func(ts *testscript.TestScript, _ bool, args []string) {
			cfg := devnet.Config{}
			if len(args) > 1 {
				cfg.Dir = ts.MkAbs(args[1])
			}
			net, err := devnet.Start(t.Context(), cfg)
			ts.Check(err)
			ts.Defer(func() { _ = net.Close() })
			running.Store(ts.Name()+" "+args[0], net)
			ts.Setenv(args[0], net.URL())
			ts.Setenv("DEPLOYER", hex.EncodeToString(crypto.FromECDSA(devnet.Key())))
			ts.Setenv("OWNER", crypto.PubkeyToAddress(devnet.Key().PublicKey).Hex())
		},
		// finalize makes every block of a network final.
		"finalize": func(ts *testscript.TestScript, _ bool, args []string) {
			ts.Check(network(ts, args[0]).Finalize(t.Context()))
		},
		// mine makes blocks, which are not final.
		"mine": func(ts *testscript.TestScript, _ bool, args []string) {
			n, err := strconv.Atoi(args[1])
			ts.Check(err)
			ts.Check(network(ts, args[0]).Mine(n))
		},
		// happens makes a badge type of that number on a network, as the owner of the contracts of DIR, who is $DEPLOYER.
		"happens": func(ts *testscript.TestScript, _ bool, args []string) {
			g, err := readGenesis([]byte(ts.ReadFile(args[1] + "/genesis.json")))
			ts.Check(err)
			owner, err := chain.NewAccount(t.Context(), network(ts, args[0]).Client(), devnet.Key())
			ts.Check(err)
			id, err := strconv.ParseUint(args[2], 10, 32)
			ts.Check(err)
			typ := badge.Type{ID: uint32(id), Domain: "safety", Name: "Safety " + args[2], Levels: 5, Validity: daySeconds, Endorsements: 2, EndorserLevel: 2, Burn: badge.ByEither}
			_, err = owner.Send(t.Context(), g.Chain.Badge, chain.CreateType(typ, common.Hash{1}))
			ts.Check(err)
		},
		// show shows the checkpoint in a mirror to a witness, who has seen none before, and puts its signature below it.
		"show": func(ts *testscript.TestScript, _ bool, args []string) {
			path := filepath.Join(ts.MkAbs(args[0]), "log", "checkpoint")
			raw, err := os.ReadFile(path)
			ts.Check(err)
			a, err := send(http.MethodPost, args[1]+"/add-checkpoint", "text/plain", record.AddCheckpoint{Note: raw}.Encode())
			ts.Check(err)
			if a.status != http.StatusOK {
				ts.Fatalf("the witness answers %d %s", a.status, a.body)
			}
			ts.Check(os.WriteFile(path, append(raw, a.body...), 0o600))
		},
		// endpoint stands before another endpoint, and lies as it is told to: $NAME is its address.
		"endpoint": func(ts *testscript.TestScript, _ bool, args []string) {
			if len(args) != 3 || twists[args[2]] == nil {
				ts.Fatalf("usage: endpoint NAME URL LIE")
			}
			e := &endpoint{url: args[1], twist: twists[args[2]]}
			server := httptest.NewServer(e)
			ts.Defer(server.Close)
			running.Store(ts.Name()+" "+args[0], e)
			ts.Setenv(args[0], server.URL)
		},
		// looked waits until an endpoint has been asked three times more which block is final.
		"looked": func(ts *testscript.TestScript, _ bool, args []string) {
			e, _ := running.Load(ts.Name() + " " + args[0])
			asked := &e.(*endpoint).asked
			for until, end := asked.Load()+3, time.Now().Add(patience); asked.Load() < until; time.Sleep(10 * time.Millisecond) {
				if time.Now().After(end) {
					ts.Fatalf("nobody asks %s", args[0])
				}
			}
		},
	}
}

// endpoint hands questions on, after it has turned the question, and before it turns the answer.
type endpoint struct {
	url   string
	twist func(q *rpcQuestion) (after func(result map[string]any))
	asked atomic.Int64 // which block is final
}

type rpcQuestion struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id"`
	Method  string          `json:"method"`
	Params  []any           `json:"params"`
}

// block returns which block a question is about, if it is about one.
func (q *rpcQuestion) block() any {
	if q.Method != "eth_getBlockByNumber" {
		return nil
	}
	return q.Params[0]
}

// twists are the lies about finality, and what is no lie but looks like one.
var twists = map[string]func(*rpcQuestion) func(map[string]any){
	// The head is final.
	"head-is-final": func(q *rpcQuestion) func(map[string]any) {
		if q.block() == "finalized" {
			q.Params[0] = "latest"
		}
		return nil
	},
	// None.
	"no-lie": func(*rpcQuestion) func(map[string]any) { return nil },
	// Nothing but the first block is final.
	"nothing-is-final": func(q *rpcQuestion) func(map[string]any) {
		if q.block() == "finalized" {
			q.Params[0] = "0x0"
		}
		return nil
	},
	// Each block has another hash than it has.
	"other-hashes": func(q *rpcQuestion) func(map[string]any) {
		if q.block() == nil {
			return nil
		}
		return func(result map[string]any) { result["extraData"] = "0x6c6965" }
	},
	// A block is final, and the head, that nobody has made yet.
	"newer-head": func(q *rpcQuestion) func(map[string]any) {
		if b := q.block(); b != "finalized" && b != "latest" {
			return nil
		}
		return func(result map[string]any) { result["number"] = "0xfffff" }
	},
}

func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var q rpcQuestion
	if err := json.NewDecoder(r.Body).Decode(&q); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if q.block() == "finalized" {
		defer e.asked.Add(1)
	}
	after := e.twist(&q)
	body, err := json.Marshal(q)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	res, err := http.Post(e.url, "application/json", bytes.NewReader(body))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer res.Body.Close()
	w.Header().Set("Content-Type", "application/json")
	if after == nil {
		_, _ = io.Copy(w, res.Body)
		return
	}
	var answer map[string]any
	if err := json.NewDecoder(res.Body).Decode(&answer); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	if result, ok := answer["result"].(map[string]any); ok {
		after(result)
	}
	_ = json.NewEncoder(w).Encode(answer)
}
