package web

import (
	"context"
	"encoding/json"
	"math"
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"
	"github.com/ethereum/go-ethereum/common"
	"github.com/gofiber/fiber/v2"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/refusal"
)

// api mounts the JSON API and its description, which is made from the same types. It asks the service for the same things
// as the pages do.
func (a *App) api() {
	version := a.cfg.Version
	if version == "" {
		version = "0"
	}
	config := huma.DefaultConfig("Peritus", version)
	config.Info.Description = "Read everything without an account. Digests are 64 lowercase hexadecimal digits, addresses 0x and 40, weights decimal strings of " +
		"millionths, times UTC. Whatever a member does is signed by the member: ask for the words to sign (prepare), sign them, and send them back."
	config.OpenAPIPath, config.DocsPath, config.SchemasPath = "/api/openapi", "", ""
	config.CreateHooks = nil // no $schema links in answers
	config.Transformers = []huma.Transformer{plainProblem}
	api := humafiber.NewWithGroup(a.fiber, withHead{a.fiber}, config)

	get(a, api, "/api/v1/instance", "The instance: chain, contracts, root of trust", a.apiInstance)
	get(a, api, "/api/v1/status", "How far the record has come", a.apiStatus)
	get(a, api, "/api/v1/proposals", "Proposals, the newest first", a.apiProposals)
	get(a, api, "/api/v1/proposals/{revision}", "One proposal: its changes, rules, chambers and count", a.apiProposal)
	get(a, api, "/api/v1/proposals/{revision}/standing", "A member's weight in a proposal, and why", a.apiStanding)
	get(a, api, "/api/v1/proposals/{revision}/electorate/proof", "The proof of a member's weights in the frozen electorate", a.apiProof)
	get(a, api, "/api/v1/proposals/{revision}/ballots", "Every ballot of a proposal with its weights", a.apiBallots)
	post(a, api, "/api/v1/proposals/{revision}/ballots/prepare", "The words of a ballot, to sign", http.StatusOK, smallBody, a.apiPrepareBallot)
	post(a, api, "/api/v1/proposals/{revision}/ballots", "Cast a signed ballot", http.StatusCreated, smallBody, a.apiCastBallot)
	cast := api.OpenAPI().Paths["/api/v1/proposals/{revision}/ballots"].Post.Responses
	cast["200"] = &huma.Response{Description: "The ballot was in the record already; its receipt", Content: cast["201"].Content}
	get(a, api, "/api/v1/proposals/{revision}/acts", "Sponsors, objections, comments and whatever else members did about a proposal", a.apiActs)
	post(a, api, "/api/v1/proposals/{revision}/acts/prepare", "The words of an act about a proposal, to sign", http.StatusOK, smallBody, a.apiPrepareAct)
	post(a, api, "/api/v1/proposals/{revision}/acts", "Sponsor, comment, object, answer, rule, recuse, veto, withdraw, ratify or halt: a signed act", http.StatusCreated, smallBody, a.apiAct)
	get(a, api, "/api/v1/proposals/{revision}/gates", "The evaluations that a vote waits for, with the results that were signed", a.apiGates)
	post(a, api, "/api/v1/evaluations/prepare", "The words of a result of an evaluation, to sign", http.StatusOK, smallBody, a.apiPrepareEvaluation)
	post(a, api, "/api/v1/evaluations", "A signed result of an evaluation", http.StatusCreated, smallBody, a.apiEvaluate)
	get(a, api, "/api/v1/receipts/{index}", "The receipt of a ballot, verifiable offline", a.apiReceipt)
	post(a, api, "/api/v1/proposals/prepare", "The words of a proposal, to sign", http.StatusOK, bodyLimit, a.apiPrepareProposal)
	post(a, api, "/api/v1/proposals", "Submit a signed proposal", http.StatusCreated, bodyLimit, a.apiPropose)
	get(a, api, "/api/v1/badges", "Badge types", a.apiBadgeTypes)
	get(a, api, "/api/v1/badges/requests", "Requests for badges, the newest first; endorser=0x… for those that wait for a member's word", a.apiBadgeRequests)
	get(a, api, "/api/v1/badges/requests/{index}", "One request: evidence, endorsements, refusals, who could endorse it", a.apiBadgeRequest)
	post(a, api, "/api/v1/badges/requests/prepare", "The words of a request for a badge, to sign", http.StatusOK, smallBody, a.apiPrepareBadgeRequest)
	post(a, api, "/api/v1/badges/requests", "Ask for a badge: a signed request", http.StatusCreated, smallBody, a.apiRequestBadge)
	post(a, api, "/api/v1/badges/requests/{index}/endorsements/prepare", "The words of an endorsement, to sign", http.StatusOK, smallBody, a.apiPrepareEndorsement)
	post(a, api, "/api/v1/badges/requests/{index}/endorsements", "Endorse a request", http.StatusCreated, smallBody, a.apiEndorse)
	post(a, api, "/api/v1/badges/requests/{index}/declines/prepare", "The words of a refusal to endorse, to sign", http.StatusOK, smallBody, a.apiPrepareDecline)
	post(a, api, "/api/v1/badges/requests/{index}/declines", "Say why not to endorse a request", http.StatusCreated, smallBody, a.apiDecline)
	get(a, api, "/api/v1/badges/{type}", "One badge type with its issuers and holders", a.apiBadgeType)
	get(a, api, "/api/v1/members", "Everybody who holds or held a badge", a.apiMembers)
	get(a, api, "/api/v1/members/{address}", "One member: badges, weights with their reasons, ballots", a.apiMember)
	get(a, api, "/api/v1/documents", "The current version of each document", a.apiDocuments)
	get(a, api, "/api/v1/releases", "Channels with their releases", a.apiReleases)
	get(a, api, "/api/v1/log/entries/{index}", "One entry of the log with its inclusion proof", a.apiEntry)
	post(a, api, "/api/v1/cosignatures", "Co-sign a release", http.StatusNoContent, smallBody, a.apiCosign)
	post(a, api, "/api/v1/nodes/reports", "A node's signed report of what it runs", http.StatusCreated, smallBody, a.apiReport)
}

// withHead answers HEAD wherever it answers GET, as fiber itself does.
type withHead struct{ fiber.Router }

// Add registers a route.
func (r withHead) Add(method, path string, handlers ...fiber.Handler) fiber.Router {
	if method == http.MethodGet {
		r.Router.Add(http.MethodHead, path, handlers...)
	}
	return r.Router.Add(method, path, handlers...)
}

// answer is a body as huma wants it.
type answer[T any] struct {
	Status int
	Body   T
}

func get[I, O any](a *App, api huma.API, path, summary string, f func(context.Context, *I) (O, error)) {
	register(a, api, huma.Operation{Method: http.MethodGet, Path: path, Summary: summary, DefaultStatus: http.StatusOK}, f)
}

// post registers an operation that takes a body. The body is read by [strict], once: huma, left to itself, would read it
// twice and leniently.
func post[I, B, O any, P interface {
	*I
	posted() *Posted
}](a *App, api huma.API, path, summary string, status, limit int, f func(context.Context, P, *B) (O, error)) {
	op := huma.Operation{Method: http.MethodPost, Path: path, Summary: summary, DefaultStatus: status, MaxBodyBytes: int64(limit),
		RequestBody: &huma.RequestBody{}, SkipValidateBody: true,
		Errors: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType}}
	register(a, api, op, func(ctx context.Context, in *I) (O, error) {
		var body B
		if err := P(in).posted().read(&body); err != nil {
			var none O
			return none, err
		}
		return f(ctx, in, &body)
	})
	op.RequestBody.Content = map[string]*huma.MediaType{
		"application/json": {Schema: api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[B](), true, "")},
	}
}

func register[I, O any](a *App, api huma.API, op huma.Operation, f func(context.Context, *I) (O, error)) {
	op.OperationID = strings.ToLower(op.Method) + strings.NewReplacer("/api/v1", "", "/", "-", "{", "", "}", "").Replace(op.Path)
	op.BodyReadTimeout = -1 // the server has its own
	op.Errors = append(op.Errors, http.StatusNotFound, http.StatusConflict, http.StatusUnprocessableEntity)
	if op.DefaultStatus == http.StatusNoContent {
		huma.Register(api, op, func(ctx context.Context, in *I) (*struct{}, error) {
			_, err := f(ctx, in)
			if err != nil {
				return nil, a.problem(ctx, op.Path, err)
			}
			return nil, nil
		})
		return
	}
	huma.Register(api, op, func(ctx context.Context, in *I) (*answer[O], error) {
		out, err := f(ctx, in)
		if err != nil {
			return nil, a.problem(ctx, op.Path, err)
		}
		status := op.DefaultStatus
		if p, ok := any(in).(interface{ posted() *Posted }); ok && p.posted().stood {
			status = http.StatusOK
		}
		return &answer[O]{status, out}, nil
	})
}

/* INPUTS */

type nothing struct{}

// RevisionPath is exported because huma sets the fields of exported types alone.
type RevisionPath struct {
	Revision document.Digest `path:"revision" doc:"The digest of the proposal."`
}

// Posted is the body of a request.
type Posted struct {
	ContentType string `header:"Content-Type" hidden:"true"`
	RawBody     []byte `contentType:"application/json"`

	stood bool // what is sent was here already: the answer is 200 where it would be 201
}

func (p *Posted) posted() *Posted { return p }

// PostedTo is the body of a request about a proposal.
type PostedTo struct {
	RevisionPath
	Posted
}

type byIndex struct {
	Index int64 `path:"index" minimum:"0" doc:"The entry of the log, counted from 0."`
}

type prepareBallot struct {
	Voter  account `json:"voter"`
	Choice string  `json:"choice" example:"for" doc:"for, against, abstain or withdraw."`
	Reason string  `json:"reason,omitempty" doc:"A public reason, which can be removed later without breaking the count."`
}

type castBallot struct {
	Voter     account       `json:"voter"`
	Choice    string        `json:"choice"`
	Reason    string        `json:"reason,omitempty"`
	Salt      string        `json:"salt,omitempty" doc:"As it was handed out with the words to sign."`
	Seal      string        `json:"seal,omitempty" doc:"Of a hidden vote, to put a lost ballot back: the first 32 bytes of the receipt's opening, in hexadecimal digits."`
	Sequence  uint64        `json:"sequence"`
	Expires   document.Time `json:"expires"`
	Signature string        `json:"signature" doc:"0x and hexadecimal digits: 65 bytes of a key, or what the account's contract takes (ERC-1271)."`
}

type prepareAct struct {
	Member account `json:"member"`
	Act    string  `json:"act" example:"object: licence" doc:"sponsor, withdraw, comment, object: GROUND, answer N, retract N, uphold N, dismiss N, recuse, veto, ratify or halt. N is the number of the objection's entry."`
	Text   string  `json:"text,omitempty" doc:"Public words, which can be removed later without breaking the record."`
}

type signedAct struct {
	Member    account       `json:"member"`
	Act       string        `json:"act"`
	Text      string        `json:"text,omitempty"`
	Salt      string        `json:"salt,omitempty" doc:"As it was handed out with the words to sign."`
	Sequence  uint64        `json:"sequence"`
	Expires   document.Time `json:"expires"`
	Signature string        `json:"signature" doc:"0x and hexadecimal digits: 65 bytes of a key, or what the account's contract takes (ERC-1271)."`
}

type prepareProposal struct {
	Proposer  account                               `json:"proposer"`
	Title     string                                `json:"title"`
	Summary   string                                `json:"summary" doc:"Markdown."`
	Documents map[string]json.RawMessage            `json:"documents" doc:"By head: the whole new document each."`
	Texts     []string                              `json:"texts,omitempty" doc:"Texts that the documents name by digest, unless the record has them."`
	Options   map[string]map[string]json.RawMessage `json:"options,omitempty" doc:"Rivals that share one vote with the status quo: by name, then by head. Documents is empty then."`
	Heads     []string                              `json:"heads,omitempty" doc:"What a poll is about, whose options have no documents."`
	Revises   document.Digest                       `json:"revises,omitempty" doc:"The earlier text that this one replaces."`
	Emergency bool                                  `json:"emergency,omitempty" doc:"Restores the version before the current one, by the council."`
	Ratifies  document.Digest                       `json:"ratifies,omitempty" doc:"The emergency that this one makes last; its document is the current one."`
}

type propose struct {
	Text        string                                `json:"text" doc:"The revision as it was handed out."`
	Title       string                                `json:"title"`
	TitleSalt   string                                `json:"titleSalt"`
	Summary     string                                `json:"summary"`
	SummarySalt string                                `json:"summarySalt"`
	Documents   map[string]json.RawMessage            `json:"documents"`
	Options     map[string]map[string]json.RawMessage `json:"options,omitempty"`
	Texts       []string                              `json:"texts,omitempty"`
	Expires     document.Time                         `json:"expires"`
	Signature   string                                `json:"signature"`
}

type cosign struct {
	Channel  string          `json:"channel"`
	Sequence uint64          `json:"sequence"`
	Envelope json.RawMessage `json:"envelope" doc:"A DSSE envelope with one signature."`
}

type report struct {
	Node      account         `json:"node"`
	Channel   string          `json:"channel"`
	Release   uint64          `json:"release"`
	Statement document.Digest `json:"statement"`
	Config    document.Digest `json:"config"`
	Applied   document.Time   `json:"applied"`
	Signature string          `json:"signature" doc:"EIP-712, Report."`
}

/* OPERATIONS */

func (a *App) apiInstance(context.Context, *nothing) (Instance, error) {
	return a.service.Instance(), nil
}

// apiState is how far the record has come.
type apiState struct {
	Now      document.Time `json:"now"`
	LogSize  int64         `json:"logSize"`
	LogTime  document.Time `json:"logTime"`
	Anchored Anchored      `json:"anchored"`
	Open     int           `json:"open"`
}

func (a *App) apiStatus(ctx context.Context, _ *nothing) (apiState, error) {
	o, err := a.service.Overview(ctx)
	return apiState{Now: a.service.Now(), LogSize: o.LogSize, LogTime: o.LogTime, Anchored: o.Anchored, Open: len(o.Open)}, err
}

func (a *App) apiProposals(ctx context.Context, in *struct {
	Status string `query:"status" enum:"submitted,review,voting,closed,challenge,final,rejected,no-quorum,vetoed,void,withdrawn,revised,expired,lapsed" doc:"Only proposals in this state."`
}) ([]ProposalSummary, error) {
	return a.service.Proposals(ctx, in.Status)
}

func (a *App) apiProposal(ctx context.Context, in *RevisionPath) (Proposal, error) {
	return a.service.Proposal(ctx, in.Revision)
}

func (a *App) apiStanding(ctx context.Context, in *struct {
	RevisionPath
	Member account `query:"member" required:"true"`
}) (Standing, error) {
	return a.service.Standing(ctx, in.Revision, common.Address(in.Member))
}

func (a *App) apiProof(ctx context.Context, in *struct {
	RevisionPath
	Member account `query:"member" required:"true"`
}) (proposal.MemberProof, error) {
	return a.service.Proof(ctx, in.Revision, common.Address(in.Member))
}

func (a *App) apiBallots(ctx context.Context, in *RevisionPath) (Recount, error) {
	return a.service.Recount(ctx, in.Revision)
}

func (a *App) apiPrepareBallot(ctx context.Context, in *PostedTo, b *prepareBallot) (PreparedBallot, error) {
	return a.service.PrepareBallot(ctx, BallotRequest{Revision: in.Revision, Voter: common.Address(b.Voter), Choice: b.Choice, Reason: b.Reason})
}

func (a *App) apiCastBallot(ctx context.Context, in *PostedTo, b *castBallot) (json.RawMessage, error) {
	r, err := a.service.CastBallot(ctx, SignedBallot{Revision: in.Revision, Voter: common.Address(b.Voter), Choice: b.Choice, Reason: b.Reason, Salt: b.Salt, Seal: b.Seal,
		Sequence: b.Sequence, Expires: b.Expires, Signature: b.Signature})
	in.stood = r.Stood
	return r.File, err
}

func (a *App) apiActs(ctx context.Context, in *RevisionPath) (Life, error) {
	p, err := a.service.Proposal(ctx, in.Revision)
	return p.Life, err
}

func (a *App) apiPrepareAct(ctx context.Context, in *PostedTo, b *prepareAct) (PreparedAct, error) {
	return a.service.PrepareAct(ctx, ActRequest{Revision: in.Revision, Member: common.Address(b.Member), Act: b.Act, Text: b.Text})
}

func (a *App) apiAct(ctx context.Context, in *PostedTo, b *signedAct) (json.RawMessage, error) {
	r, err := a.service.Act(ctx, SignedAct{Revision: in.Revision, Member: common.Address(b.Member), Act: b.Act, Text: b.Text, Salt: b.Salt,
		Sequence: b.Sequence, Expires: b.Expires, Signature: b.Signature})
	return r.File, err
}

func (a *App) apiReceipt(ctx context.Context, in *byIndex) (json.RawMessage, error) {
	r, err := a.service.Receipt(ctx, in.Index, "")
	return r.File, err
}

func (a *App) apiPrepareProposal(ctx context.Context, _ *Posted, b *prepareProposal) (PreparedProposal, error) {
	return a.service.PrepareProposal(ctx, ProposalRequest{Proposer: common.Address(b.Proposer), Title: b.Title, Summary: b.Summary, Documents: b.Documents, Texts: b.Texts,
		Options: b.Options, Heads: b.Heads, Revises: b.Revises, Emergency: b.Emergency, Ratifies: b.Ratifies})
}

// submitted is where a proposal went.
type submitted struct {
	Revision document.Digest `json:"revision"`
	Index    int64           `json:"index"`
}

func (a *App) apiPropose(ctx context.Context, _ *Posted, b *propose) (submitted, error) {
	revision, index, err := a.service.Propose(ctx, SignedProposal{Text: b.Text, Title: b.Title, TitleSalt: b.TitleSalt, Summary: b.Summary, SummarySalt: b.SummarySalt,
		Documents: b.Documents, Options: b.Options, Texts: b.Texts, Expires: b.Expires, Signature: b.Signature})
	return submitted{revision, index}, err
}

func (a *App) apiBadgeTypes(ctx context.Context, _ *nothing) ([]BadgeType, error) {
	return a.service.BadgeTypes(ctx)
}

func (a *App) apiBadgeType(ctx context.Context, in *struct {
	Type int64 `path:"type" minimum:"0"`
}) (BadgeTypePage, error) {
	if in.Type > math.MaxUint32 { // or huma would cut it to 32 bits
		return BadgeTypePage{}, refusal.New(refusal.NotFound, "badge-type-unknown", "type", "There is no badge type with the number %d.", in.Type)
	}
	return a.service.BadgeType(ctx, uint32(in.Type))
}

func (a *App) apiMembers(ctx context.Context, _ *nothing) ([]Member, error) {
	return a.service.Members(ctx)
}

func (a *App) apiMember(ctx context.Context, in *struct {
	Address account `path:"address"`
}) (MemberPage, error) {
	return a.service.Member(ctx, common.Address(in.Address))
}

func (a *App) apiDocuments(ctx context.Context, _ *nothing) ([]DocumentSummary, error) {
	return a.service.Documents(ctx)
}

func (a *App) apiReleases(ctx context.Context, _ *nothing) ([]Channel, error) {
	return a.service.Releases(ctx)
}

// provedEntry is an entry with what proves it.
type provedEntry struct {
	LogLine
	Entry      json.RawMessage `json:"entry" doc:"The entry's exact bytes."`
	LeafHash   string          `json:"leafHash"`
	TreeSize   int64           `json:"treeSize"`
	Root       string          `json:"root"`
	Proof      []string        `json:"proof"`
	Checkpoint string          `json:"checkpoint"`
}

func (a *App) apiEntry(ctx context.Context, in *byIndex) (provedEntry, error) {
	e, err := a.service.LogEntry(ctx, in.Index)
	return provedEntry{LogLine: e.LogLine, Entry: e.Raw, LeafHash: e.LeafHash, TreeSize: e.TreeSize, Root: e.Root, Proof: e.Proof, Checkpoint: string(e.Checkpoint)}, err
}

func (a *App) apiCosign(ctx context.Context, _ *Posted, b *cosign) (nothing, error) {
	return nothing{}, a.service.Cosign(ctx, b.Channel, b.Sequence, b.Envelope)
}

// recorded is where an entry stands in the log.
type recorded struct {
	Index int64 `json:"index"`
}

func (a *App) apiReport(ctx context.Context, _ *Posted, r *report) (recorded, error) {
	index, err := a.service.Report(ctx, NodeReport{Node: common.Address(r.Node), Channel: r.Channel, Release: r.Release, Statement: r.Statement, Config: r.Config, Applied: r.Applied,
		Signature: r.Signature})
	return recorded{index}, err
}
