package agent

import (
	"crypto/ecdsa"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// Report is a node's signed word for what it runs, as it is posted to the instance.
type Report struct {
	Node      common.Address  `json:"node"`
	Channel   string          `json:"channel"`
	Release   uint64          `json:"release"`
	Statement document.Digest `json:"statement"`
	Config    document.Digest `json:"config"`
	Applied   document.Time   `json:"applied"`
	Signature string          `json:"signature"` // EIP-712, wallet.Report
}

// NewReport signs what is applied, for the instance of the trust set.
func NewReport(t release.Trust, channel string, applied Applied, key *ecdsa.PrivateKey) (Report, error) {
	r := Report{
		Node: crypto.PubkeyToAddress(key.PublicKey), Channel: channel, Release: applied.Sequence,
		Statement: applied.Statement, Config: applied.Config, Applied: applied.Since,
	}
	signature, err := wallet.Sign(r.digest(t), key)
	if err != nil {
		return Report{}, fmt.Errorf("report: %w", err)
	}
	r.Signature = signature.String()
	return r, nil
}

// digest returns what is signed.
func (r Report) digest(t release.Trust) [32]byte {
	m := wallet.Report{
		Node: r.Node, Channel: r.Channel, Release: r.Release, Statement: [32]byte(r.Statement), Config: [32]byte(r.Config), Applied: uint64(r.Applied),
	}
	return wallet.Domain{ChainID: t.Record.Chain.ID, Contract: t.Record.Chain.Anchor}.Digest(m.StructHash())
}

// report posts what is applied, once.
func (a *Agent) report(f fetcher, t release.Trust) error {
	if a.opts.Key == nil || a.state.Applied == nil || a.state.Applied.Reported {
		return nil
	}
	r, err := NewReport(t, a.cfg.Channel, *a.state.Applied, a.opts.Key)
	if err != nil {
		return err
	}
	return a.post(f, r)
}

func (a *Agent) post(f fetcher, r Report) error {
	body, err := document.Marshal(r)
	if err != nil {
		return err
	}
	if err := f.post(a.cfg.Server+"/api/v1/nodes/reports", body); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	a.state.Applied.Reported = true
	if err := a.saveState(); err != nil {
		return err
	}
	return a.stop("reported")
}
