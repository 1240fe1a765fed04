package web

// routes is the table of contents of the server.
func (a *App) routes() {
	f := a.fiber

	// Pages.
	f.Get("/", a.homePage)
	f.Get("/about", a.aboutPage)
	f.Get("/verify", a.verifyPage)
	f.Post("/preferences", a.savePreferences)

	// Deciding.
	f.Get("/proposals", a.proposalsPage)
	f.Get("/proposals/:revision", a.proposalPage)
	f.Get("/proposals/:revision/recount", a.recountPage)
	f.Get("/proposals/:revision/ballots.json", a.recountFile)
	f.Post("/proposals/:revision/sign", a.signBallotPage)  // step one: a choice becomes words to sign
	f.Post("/proposals/:revision/vote", a.castBallot)      // step two: a signature becomes a receipt
	f.Post("/proposals/:revision/act/sign", a.signActPage) // comment, object, sponsor …: the same two steps
	f.Post("/proposals/:revision/act", a.act)
	f.Get("/propose", a.proposePage)
	f.Post("/propose/sign", a.signProposalPage)
	f.Post("/propose", a.propose)
	f.Get("/receipts/:index.json", a.receiptFile)
	f.Get("/receipts/:index", a.receiptPage)

	// Who knows what.
	f.Get("/badges", a.badgesPage)
	f.Get("/badges/:type", a.badgeTypePage)
	f.Get("/badges/:type/request", a.applyPage) // asking for one
	f.Post("/badges/:type/request/sign", a.applySignPage)
	f.Post("/badges/:type/request", a.apply)
	f.Get("/requests", a.requestsPage)
	f.Get("/requests/:index", a.requestPage)
	f.Post("/requests/:index/sign", a.answerSignPage) // endorsing it, or not
	f.Post("/requests/:index/answer", a.answer)
	f.Get("/members/:address", a.memberPage)

	// What was decided.
	f.Get("/documents", a.documentsPage)
	f.Get("/documents/+", a.documentPage) // heads may hold slashes: "chat/spec"
	f.Get("/compare", a.comparePage)
	f.Get("/schemas", a.schemas)
	f.Get("/schemas/+", a.schema) // "peritus/model-spec/v1"
	f.Get("/releases", a.releasesPage)
	f.Get("/releases/+/:sequence", a.releasePage) // so may channels: "chat/stable"

	// The record: pages, and the files that verifiers read.
	f.Get("/log", a.logPage)
	f.Get("/log/entries/:index", a.entryPage)
	f.Get("/log/checkpoint", a.checkpoint)
	f.Get("/log/genesis.json", a.genesis)
	f.Get("/log/tile/+", a.tile)
	f.Get("/blob/sha256/:digest", a.blob)
	f.Get("/tuf/+", a.tuf)
	f.Get("/status", a.statusPage)

	// Signing in, which saves typing and nothing more.
	f.Get("/signin", a.signInPage)
	f.Post("/signin/message", a.signInMessagePage)
	f.Post("/signin", a.signIn)
	f.Post("/signout", a.signOut)

	// For software.
	a.api()

	// For operators, and files for browsers.
	f.Get("/healthz", a.healthy)
	f.Get("/readyz", a.ready)
	f.Get("/static/+", a.static)
	f.Get("/favicon.ico", a.favicon)
	f.Get("/robots.txt", a.robots)

	// The borrowed wallet and the clock that can be moved exist in the demo alone.
	if a.cfg.Demo != nil {
		f.Get("/demo/accounts", a.demoAccounts)
		f.Post("/demo/wallet", a.demoWallet)
		f.Post("/demo/clock", a.demoClock)
	}
}
