package main

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/remote"
	"github.com/peritus-dao/peritus/governance/replay"
)

func ballotCommand() *command {
	return &command{
		name: "ballot", args: "resubmit RECEIPT URL | post DIR|URL PROPOSAL CHOICE [flags]", run: runBallot,
		summary: "Put a ballot back from its receipt, or past the service on chain",
		help: `resubmit sends the ballot of a receipt to a server again. Where the ballot stands already nothing changes, and the answer says
where it stands; where the record lost it, or lost what a sealed ballot commits to, it is taken as it was signed.

That the log once promised the ballot shows peritus verify --seen RECEIPT URL.

post is for a server that does not take a ballot. It replays the record, signs the ballot with the key in $PERITUS_KEY or a keystore file, or prints the
words for another wallet to sign, and prints the transaction that puts it on chain: any account can send it. Once its block is final the record has to
take it in, if the block is of before the close; otherwise peritus verify --chain refutes the record. A guardian posts a veto with
the choice veto. A post has no reason, since nothing on a chain can be redacted.`,
	}
}

func runBallot(ctx context.Context, c *call) error {
	output := c.output()
	var f postFlags
	f.define(c)
	operands, err := c.parse(1, 4)
	if err != nil {
		return err
	}
	if operands[0] == "post" && len(operands) == 4 {
		return ballotPost(ctx, c, &f, *output, operands[1], operands[2], operands[3])
	}
	if operands[0] != "resubmit" || len(operands) != 3 {
		return &usageError{fmt.Sprintf("usage: peritus %s %s", c.command.name, c.command.args)}
	}
	raw, err := readFile(operands[1], record.MaxReceipt)
	if err != nil {
		return err
	}
	receipt, err := record.ParseReceipt(raw)
	if err != nil {
		return &usageError{fmt.Sprintf("%s: %s", operands[1], oneLine(err))}
	}
	o, err := promised(receipt)
	if err != nil {
		return &usageError{fmt.Sprintf("%s: %s", operands[1], oneLine(err))}
	}
	server, err := remote.New(operands[2])
	if err != nil {
		return &usageError{err.Error()}
	}
	body := map[string]any{
		"voter": o.Voter, "choice": o.Ballot.Choice, "sequence": o.Ballot.Sequence, "expires": o.Ballot.Expires, "signature": o.Signature,
	}
	if len(receipt.Opening) > 0 {
		body["seal"] = hex.EncodeToString(receipt.Opening[:32])
	}
	if !o.Ballot.Reason.IsZero() {
		text := receipt.Reason
		if len(text) == 0 {
			text, err = server.Blob(ctx, o.Ballot.Reason)
			if errors.Is(err, replay.ErrNoBlob) {
				return missing("neither the receipt nor the server has the ballot's reason; the receipt that the server answered the ballot with has it")
			} else if err != nil {
				return err
			}
		}
		if document.Sum(text) != o.Ballot.Reason || len(text) < 32 {
			return fmt.Errorf("the ballot signs another reason: %w", replay.ErrRefuted)
		}
		body["salt"], body["reason"] = hex.EncodeToString(text[:32]), string(text[32:])
	}
	sent, err := json.Marshal(body)
	if err != nil {
		return err
	}
	answer, restored, err := server.Post(ctx, "api/v1/proposals/"+o.Ballot.Proposal.String()+"/ballots", sent)
	if err != nil {
		return err
	}
	stands, err := record.ParseReceipt(answer)
	if err != nil {
		return err
	}
	if *output == "json" {
		return json.NewEncoder(c.stdout).Encode(struct {
			Index    int64  `json:"index"`
			Restored bool   `json:"restored"`
			Receipt  string `json:"receipt"`
		}{stands.Index, restored, string(answer)})
	}
	if restored {
		_, err = fmt.Fprintf(c.stdout, "taken again: entry %d\nnew receipt: %s\n", stands.Index, strings.TrimSpace(string(answer)))
	} else {
		_, err = fmt.Fprintf(c.stdout, "stands: entry %d\n", stands.Index)
	}
	return err
}

// promised returns the ballot of a receipt with its signature.
func promised(r record.Receipt) (replay.Opening, error) {
	e, err := record.Decode(r.Entry)
	if err != nil {
		return replay.Opening{}, err
	}
	switch {
	case e.Kind == record.KindSealed && len(r.Opening) == 0:
		return replay.Opening{}, errors.New("it is the public receipt of a hidden ballot; the one that its voter was given opens it")
	case e.Kind == record.KindSealed:
		return replay.ParseOpening(r.Opening)
	case e.Kind != record.KindBallot:
		return replay.Opening{}, fmt.Errorf("it is the receipt of an entry of kind %s, and not of a ballot", e.Kind)
	}
	o := replay.Opening{Signature: e.Signature, Wallet: e.Wallet}
	if err := o.Voter.UnmarshalText([]byte(e.Actor)); err != nil {
		return o, err
	}
	return o, document.Unmarshal(e.Body, &o.Ballot)
}
