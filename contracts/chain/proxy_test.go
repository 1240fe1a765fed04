package chain_test

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/peritus-dao/peritus/contracts/devnet"
)

// proxy stands before the development chain and is as bad an endpoint as it is told to be.
type proxy struct {
	*httptest.Server
	net *devnet.Chain

	mu sync.Mutex // guards the rest
	faults
	random *rand.Rand
	held   []string       // raw transactions that it took and forgot
	count  map[string]int // of questions by method, and of faults by name
}

// faults say what is wrong with an endpoint.
type faults struct {
	fail  int    // per cent of questions that go wrong: an error of the server, 429, a broken connection, garbage
	drop  int    // per cent of transactions that it takes and forgets
	lag   uint64 // so many blocks behind
	most  uint64 // largest range of logs that it gives; 0 is any
	lies  bool   // calls the head final, leaves events out, invents nonces and anchors, forgets transactions
	down  bool   // does not answer
	price uint64 // asks for this tip in wei, if not 0
}

func newProxy(t testing.TB, net *devnet.Chain, seed uint64, f faults) *proxy {
	t.Helper()
	p := &proxy{net: net, faults: f, random: rand.New(rand.NewPCG(seed, 0)), count: map[string]int{}}
	p.Server = httptest.NewServer(p)
	t.Cleanup(p.Close)
	return p
}

// counted returns how often something happened.
func (p *proxy) counted(what string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.count[what]
}

// release sends what was taken and forgotten, as an endpoint does that comes back from the dead.
func (p *proxy) release() {
	p.mu.Lock()
	held := p.held
	p.held = nil
	p.mu.Unlock()
	for _, raw := range held {
		body, _ := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": 1, "method": "eth_sendRawTransaction", "params": []string{raw}})
		if res, err := http.Post(p.net.URL(), "application/json", bytes.NewReader(body)); err == nil {
			_ = res.Body.Close()
		}
	}
}

type question struct {
	Version string            `json:"jsonrpc"`
	ID      json.RawMessage   `json:"id"`
	Method  string            `json:"method"`
	Params  []json.RawMessage `json:"params"`
}

type reply struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   json.RawMessage `json:"error,omitempty"`
}

func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	raw, err := io.ReadAll(r.Body)
	var q question
	if err != nil || json.Unmarshal(raw, &q) != nil {
		http.Error(w, "no question", http.StatusBadRequest)
		return
	}
	p.count[q.Method]++
	if p.down || p.random.IntN(100) < p.fail {
		p.fails(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	answer := func(result string) {
		_ = json.NewEncoder(w).Encode(reply{Version: "2.0", ID: q.ID, Result: json.RawMessage(result)})
	}
	refuse := func(code int, text string) {
		_ = json.NewEncoder(w).Encode(reply{Version: "2.0", ID: q.ID, Error: json.RawMessage(fmt.Sprintf(`{"code":%d,"message":%q}`, code, text))})
	}
	head, err := p.net.Client().BlockNumber(r.Context())
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	head -= min(head, p.lag)
	switch q.Method {
	case "eth_blockNumber":
		answer(quoted(head))
		return
	case "eth_getBlockByNumber":
		switch tag := text(q.Params[0]); {
		case tag == "finalized" && p.lies:
			q.Params[0] = json.RawMessage(`"latest"`)
		case tag == "finalized" && p.lag > 0:
			var final struct{ Number hexutil.Uint64 }
			if json.Unmarshal(p.ask(r, q).Result, &final) != nil {
				http.Error(w, "no finalized block", http.StatusBadGateway)
				return
			}
			q.Params[0] = json.RawMessage(quoted(uint64(final.Number) - min(uint64(final.Number), p.lag)))
		case tag == "latest":
			q.Params[0] = json.RawMessage(quoted(head))
		case number(tag) > head:
			answer("null")
			return
		}
	case "eth_getLogs":
		var filter map[string]any
		_ = json.Unmarshal(q.Params[0], &filter)
		if from, ok := filter["fromBlock"].(string); ok {
			to := number(filter["toBlock"].(string))
			if p.most > 0 && to-number(from) >= p.most {
				p.count["too large"]++
				refuse(-32005, "query returned more than 10000 results")
				return
			}
			filter["toBlock"] = hexutil.EncodeUint64(min(to, head)) // as nodes do that do not have them: nothing happened there
			if number(from) > head {
				answer("[]")
				return
			}
			q.Params[0], _ = json.Marshal(filter)
		}
	case "eth_call", "eth_estimateGas", "eth_getTransactionCount":
		if last := len(q.Params) - 1; last > 0 && text(q.Params[last]) == "latest" {
			q.Params[last] = json.RawMessage(quoted(head))
		}
	case "eth_maxPriorityFeePerGas":
		if p.price > 0 {
			answer(quoted(p.price))
			return
		}
	case "eth_sendRawTransaction":
		if p.lies || p.random.IntN(100) < p.drop {
			p.count["dropped"]++
			p.held = append(p.held, text(q.Params[0]))
			answer(`"0x` + hex.EncodeToString(make([]byte, 32)) + `"`)
			return
		}
	}
	a := p.ask(r, q)
	if p.lag > 0 && q.Method == "eth_getTransactionReceipt" {
		var at struct{ BlockNumber hexutil.Uint64 }
		if json.Unmarshal(a.Result, &at) == nil && uint64(at.BlockNumber) > head {
			a.Result = json.RawMessage("null")
		}
	}
	if p.lies {
		p.lie(q, &a)
	}
	if p.random.IntN(100) < p.fail { // it did what it was asked to do, and the answer is lost
		p.fails(w, r)
		return
	}
	_ = json.NewEncoder(w).Encode(a)
}

// ask hands a question on.
func (p *proxy) ask(r *http.Request, q question) reply {
	body, _ := json.Marshal(q)
	req, _ := http.NewRequestWithContext(r.Context(), http.MethodPost, p.net.URL(), bytes.NewReader(body))
	req.Header.Set("Content-Type", "application/json")
	a := reply{Version: "2.0", ID: q.ID, Error: json.RawMessage(`{"code":-32000,"message":"gone"}`)}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return a
	}
	defer res.Body.Close()
	a.Error = nil
	_ = json.NewDecoder(res.Body).Decode(&a)
	return a
}

// fails answers in one of the ways in which endpoints do not. It expects mu to be held.
func (p *proxy) fails(w http.ResponseWriter, r *http.Request) {
	p.count["failed"]++
	switch p.random.IntN(6) {
	case 0:
		http.Error(w, "bad gateway", http.StatusBadGateway)
	case 1:
		p.count["429"]++
		w.Header().Set("Retry-After", "0")
		http.Error(w, "too many requests", http.StatusTooManyRequests)
	case 2:
		_, _ = w.Write([]byte(`{"jsonrpc":"2.0","id":1,"result":{"num`))
	case 3:
		_, _ = w.Write([]byte(`<html>`))
	case 4:
		p.count["timeout"]++
		p.mu.Unlock()
		select {
		case <-r.Context().Done():
		case <-time.After(2 * patience):
		}
		p.mu.Lock()
		fallthrough
	default:
		if conn, _, err := w.(http.Hijacker).Hijack(); err == nil {
			_ = conn.Close()
		}
	}
}

// lie makes an answer another one.
func (p *proxy) lie(q question, a *reply) {
	p.count["lies"]++
	switch q.Method {
	case "eth_getLogs":
		var logs []json.RawMessage
		if json.Unmarshal(a.Result, &logs) == nil && len(logs) > 0 {
			a.Result, _ = json.Marshal(logs[1:])
		}
	case "eth_getTransactionCount":
		var n hexutil.Uint64
		if json.Unmarshal(a.Result, &n) == nil {
			a.Result = json.RawMessage(quoted(uint64(n) + 3))
		}
	case "eth_getTransactionReceipt":
		a.Result = json.RawMessage("null")
	case "eth_call":
		var out hexutil.Bytes
		if json.Unmarshal(a.Result, &out) == nil && len(out) >= 32 {
			out[len(out)-1]++ // another size, or another root
			a.Result, _ = json.Marshal(out)
		}
	case "eth_estimateGas":
		a.Result = json.RawMessage(`"0x5208"`)
	}
}

func quoted(n uint64) string { return `"` + hexutil.EncodeUint64(n) + `"` }

func text(raw json.RawMessage) string {
	var s string
	_ = json.Unmarshal(raw, &s)
	return s
}

func number(text string) uint64 {
	n, _ := hexutil.DecodeUint64(text)
	return n
}
