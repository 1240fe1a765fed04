// The main job in a real browser: connect, sign in, vote, receipt, recount, change of vote; and the same without any script.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { api, open, openVote, picture, startBrowser, startDemo } from './demo.js'

let demo, browser
before(async () => {
  demo = await startDemo()
  browser = await startBrowser()
})
after(async () => {
  await browser?.close()
  await demo?.stop()
})

// borrow connects the demo's wallet as one of the invented members.
async function borrow(page, name) {
  await page.getByRole('button', { name: 'Connect Demo wallet' }).click()
  const dialog = page.getByRole('dialog', { name: 'Demo wallet' })
  await dialog.getByRole('button', { name }).click()
}

// sign answers yes to the wallet.
async function sign(page) {
  await page.getByRole('button', { name: 'Sign with Demo wallet' }).click()
  await page.getByRole('dialog', { name: 'Sign this?' }).getByRole('button', { name: 'Sign', exact: true }).click()
}

describe('with a wallet', () => {
  test('a newcomer connects, signs in, votes, sees receipt and recount, and changes the vote', async () => {
    const { proposal, voters } = await openVote(demo.url)
    const [me] = voters
    const { context, page, complaints } = await open(browser, demo.url)

    await page.goto('/')
    await picture(page, 'home')
    await page.getByRole('link', { name: 'Sign in', exact: true }).click()
    await borrow(page, me.name)
    await page.waitForURL('**/signin/message')
    assert.match(await page.locator('[data-payload]').inputValue(), /wants you to sign in/)
    await sign(page)
    await page.waitForURL(demo.url + '/')
    await page.locator('.me', { hasText: me.name }).waitFor()

    await page.goto(`/proposals/${proposal.revision}#vote`)
    const weight = page.locator('#vote .weight')
    await weight.waitFor()
    assert.ok((await weight.locator('.because li').count()) > 0, 'the weight has no reasons')
    const [weightAt, choiceAt] = await page.evaluate(() => {
      const nodes = [...document.querySelectorAll('#vote *')]
      return [nodes.findIndex((n) => n.matches('.weight')), nodes.findIndex((n) => n.matches('input[name=choice]'))]
    })
    assert.ok(weightAt < choiceAt, 'the weight stands behind the choice')
    await picture(page, 'proposal')

    await page.getByLabel('Against', { exact: true }).check()
    await page.getByText('Add a reason (public)').click()
    await page.locator('#reason').fill('The evidence is thin: “one sample” <of> twelve.')
    await page.getByRole('button', { name: 'Continue to signing' }).click()
    await picture(page, 'sign')
    assert.equal(JSON.parse(await page.locator('[data-payload]').inputValue()).message.choice, 'against')

    await page.getByRole('button', { name: 'Sign with Demo wallet' }).click()
    await picture(page, 'wallet')
    await page.getByRole('button', { name: 'Decline' }).click()
    await page.getByText('You declined in your wallet').waitFor()
    await sign(page)

    await page.waitForURL('**/receipts/*')
    await page.getByRole('heading', { name: 'Your vote is recorded: Against' }).waitFor()
    await picture(page, 'receipt')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download the receipt' }).click()])
    assert.match(download.suggestedFilename(), /^peritus-receipt-\d+\.json$/)
    const first = page.url()

    await page.getByRole('link', { name: 'See it in the recount' }).click()
    const row = page.locator('tr', { hasText: me.name }).last()
    assert.match(await row.innerText(), /Against/)
    assert.match(await row.innerText(), /“one sample” <of> twelve/)
    await picture(page, 'recount')

    await page.goto(first)
    await page.getByRole('link', { name: 'Change your vote, as long as voting is open' }).click()
    await page.getByLabel('For', { exact: true }).check()
    await page.getByRole('button', { name: 'Continue to signing' }).click()
    await sign(page)
    await page.getByRole('heading', { name: 'Your vote is recorded: For' }).waitFor()
    await page.goto(first)
    await page.getByText('Replaced by a later ballot').waitFor()

    const { ballots } = await api(demo.url, `/api/v1/proposals/${proposal.revision}/ballots`)
    const mine = ballots.filter((b) => b.voter.name === me.name)
    assert.deepEqual(mine.slice(-2).map((b) => [b.choice, b.counted]), [['against', false], ['for', true]])
    assert.deepEqual(complaints, [])
    await context.close()
  })

  test('"verify this page" holds, and fails on a changed byte', async () => {
    const { context, page, complaints } = await open(browser, demo.url)
    for (const index of [0, 1, 5]) {
      await page.goto(`/log/entries/${index}`)
      await page.getByRole('button', { name: 'Verify in this browser' }).click()
      await page.getByText('It holds:').waitFor()
    }
    await picture(page, 'verify')
    await page.goto('/log/entries/1')
    await page.evaluate(() => {
      const leaf = document.querySelector('[data-leaf]')
      leaf.textContent = leaf.textContent.replace('chain', 'chaim')
    })
    await page.getByRole('button', { name: 'Verify in this browser' }).click()
    await page.getByText('It does not hold:').waitFor()
    assert.deepEqual(complaints, [])
    await context.close()
  })

  test('a receipt is checked in the page, and what was changed in it is found', async () => {
    const { proposal, voters } = await openVote(demo.url)
    const cast = async (choice) => {
      const body = { voter: voters[0].address, choice, reason: '' }
      const words = await api(demo.url, `/api/v1/proposals/${proposal.revision}/ballots/prepare`, body)
      const { result } = await api(demo.url, '/demo/wallet', { method: 'eth_signTypedData_v4', params: [body.voter, JSON.stringify(words.typedData)], account: body.voter })
      return api(demo.url, `/api/v1/proposals/${proposal.revision}/ballots`, { ...body, salt: words.salt, sequence: words.sequence, expires: words.expires, signature: result })
    }
    const { index } = await cast('against')
    const receipt = await (await fetch(`${demo.url}/receipts/${index}.json`)).text()
    await cast('for') // the record grows behind it

    const { context, page, complaints } = await open(browser, demo.url)
    const sent = []
    page.on('request', (r) => r.method() !== 'GET' && sent.push(r.url()))
    await page.goto('/verify')
    await page.getByLabel('Choose the file of the receipt').setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from(receipt) })
    await page.getByText('The receipt holds').waitFor()
    const states = () => page.locator('[data-check] .status').allInnerTexts()
    assert.deepEqual(await states(), ['holds', 'holds', 'holds', 'holds', 'not checked', 'holds'])
    assert.match(await page.locator('[data-check=live]').innerText(), /grew from \d+ to \d+ entries/)
    await picture(page, 'receipt-check')

    const text = page.getByLabel('Or paste it')
    const run = page.getByRole('button', { name: 'Check it' })
    const changed = async (change) => {
      const r = JSON.parse(receipt)
      change(r)
      await text.fill(JSON.stringify(r, null, 2))
      await page.evaluate(() => (document.querySelector('[data-receipt-here]').dataset.result = 'stale'))
      await run.click()
      await page.waitForFunction(() => !['running', 'stale'].includes(document.querySelector('[data-receipt-here]').dataset.result))
      return states()
    }
    // Another layout of the same receipt is the same receipt.
    assert.deepEqual(await changed(() => {}), ['holds', 'holds', 'holds', 'holds', 'not checked', 'holds'])
    assert.equal((await changed((r) => (r.entry.body.choice = 'for')))[2], 'does not hold')
    await page.getByText('The receipt does not hold').waitFor()
    assert.equal((await changed((r) => (r.index += 1)))[2], 'does not hold')
    assert.equal((await changed((r) => r.proof.pop()))[2], 'does not hold')
    assert.equal((await changed((r) => (r.genesis = '00'.repeat(32))))[1], 'does not hold')
    const other = (s) => (s === 'A' ? 'B' : 'A')
    assert.equal((await changed((r) => (r.checkpoint = r.checkpoint.replace(/(.)(.{10})\n$/, (_, c, rest) => other(c) + rest + '\n'))))[3], 'does not hold')
    await text.fill('{')
    await run.click()
    await page.getByText('This is not the text of a receipt').waitFor()
    // A record that does not continue what the receipt proves: another tile, or fewer entries.
    await page.route('**/log/tile/**', async (route) => {
      const answer = await route.fetch()
      const raw = Buffer.from(await answer.body())
      raw[0] ^= 1
      await route.fulfill({ response: answer, body: raw })
    })
    assert.deepEqual((await changed(() => {})).slice(2), ['holds', 'holds', 'not checked', 'does not hold'])
    await page.unroute('**/log/tile/**')
    await page.route('**/log/checkpoint', (route) => route.abort())
    assert.equal((await changed(() => {}))[5], 'could not be checked')
    await page.getByText('Nothing that was checked fails').waitFor()
    assert.deepEqual(sent, [])
    assert.deepEqual(complaints.filter((c) => !c.includes('ERR_FAILED')), [])
    await context.close()

    const plain = await open(browser, demo.url, { javaScriptEnabled: false })
    await plain.page.goto('/verify')
    await plain.page.getByText('Checking in the browser needs script').waitFor()
    await plain.page.getByText('peritus verify --genesis genesis.json peritus-receipt-0.json').waitFor()
    assert.equal(await plain.page.getByRole('button', { name: 'Check it' }).count(), 0)
    await plain.context.close()
  })

  test('no link on a page leads nowhere', async () => {
    const seen = new Set(['/'])
    const broken = []
    for (const path of seen) {
      const answer = await fetch(demo.url + path, { headers: { Accept: 'text/html' } })
      if (!answer.ok) broken.push(`${answer.status} ${path}`)
      if (!/html/.test(answer.headers.get('content-type') ?? '')) continue
      for (const [, link] of (await answer.text()).matchAll(/ href="(\/[^"#]*)/g)) {
        if (seen.size < 400) seen.add(link.replaceAll('&amp;', '&'))
      }
    }
    assert.deepEqual(broken, [])
    assert.ok(seen.size > 100, `only ${seen.size} pages were found`)
  })

  test('from the first page it takes two clicks to "why is my weight"', async () => {
    const { voters } = await openVote(demo.url)
    const { context, page } = await open(browser, demo.url)
    await page.goto('/signin')
    await borrow(page, voters[0].name)
    await sign(page)
    await page.waitForURL(demo.url + '/')
    await page.getByRole('link', { name: 'Why is my weight what it is?' }).click()
    await page.getByRole('heading', { name: 'Why is my weight what it is?' }).waitFor()
    await page.getByText('To have more:').waitFor()
    await picture(page, 'member')
    await context.close()
  })
})

describe('proposing', () => {
  test('a member writes a change, sees who would decide it, and submits it', async () => {
    const [, me] = (await openVote(demo.url)).voters
    const { context, page, complaints } = await open(browser, demo.url)
    await page.goto('/signin')
    await borrow(page, me.name)
    await sign(page)
    await page.waitForURL(demo.url + '/')
    await page.goto('/documents')
    await page.getByRole('link', { name: 'Peritus Chat' }).click()
    await page.getByRole('link', { name: 'Propose a change' }).click()
    await page.getByRole('link', { name: 'write the whole document' }).click()
    const text = page.getByLabel('The new text')
    const spec = JSON.parse(await text.inputValue())
    spec.inference.sampling.temperature.value = '0.5'
    await page.getByLabel('Title').fill('Answer more evenly')
    await page.getByLabel('In short').fill('**In one sentence:** a lower temperature.\n\n- it varies less')
    await text.fill(JSON.stringify(spec, null, 2))
    await page.getByRole('button', { name: 'See what it would change' }).click()
    await page.getByText('Rule:').waitFor() // the version did not move
    await picture(page, 'propose-refused')
    await page.goBack()
    const [major, minor] = spec.version.split('.')
    spec.version = `${major}.${Number(minor) + 1}.0`
    await text.fill(JSON.stringify(spec, null, 2))
    await page.getByRole('button', { name: 'See what it would change' }).click()
    await page.getByRole('heading', { name: 'Sign your proposal' }).waitFor()
    await page.getByRole('heading', { name: /Temperature › Value/ }).waitFor()
    await picture(page, 'propose-sign')
    await sign(page)
    await page.waitForURL('**/proposals/*')
    await page.getByRole('heading', { name: 'Answer more evenly', level: 1 }).waitFor()
    await page.getByText('it varies less').waitFor()
    assert.deepEqual(complaints.filter((c) => !c.includes('422')), [])
    await context.close()
  })
})

describe('proposing by form', () => {
  test('somebody changes the system prompt and two settings without script, and sees who decides and by which rules', async () => {
    const [, me] = (await openVote(demo.url)).voters
    const { context, page, complaints } = await open(browser, demo.url, { javaScriptEnabled: false })
    await page.goto('/propose?head=spec/chat')
    await page.getByLabel('Your wallet address').fill(me.address)
    await page.getByLabel('Title').fill('Say where help is near')
    await page.locator('#summary').fill('One line more in the prompt, and a little less variety.')
    await page.locator('summary', { hasText: 'Behaviour' }).click()
    const prompt = page.getByLabel('System prompt')
    await prompt.fill((await prompt.inputValue()) + '\nSay where help is near.')
    await page.locator('summary', { hasText: 'Inference' }).click()
    await page.getByLabel('Sampling › Temperature › Value').fill('0.4')
    await page.getByLabel('Sampling › Top-p › Value').fill('0.8')
    await picture(page, 'propose-form')
    await page.getByRole('button', { name: 'See what it would change' }).click()
    await page.getByRole('heading', { name: 'Sign your proposal' }).waitFor()
    const glance = await page.getByRole('region', { name: 'The change at a glance' }).innerText()
    assert.match(glance, /System prompt[\s\S]*5 words added/)
    assert.match(glance, /Temperature[\s\S]*0\.4/)
    await page.getByRole('heading', { name: 'The rules of this decision' }).waitFor()
    await page.getByRole('img', { name: /^Who decides: / }).waitFor()
    await picture(page, 'propose-form-sign')
    const words = await page.getByLabel('Text to sign').inputValue()
    const { result } = await api(demo.url, '/demo/wallet', { method: 'eth_signTypedData_v4', params: [me.address, words], account: me.address })
    await page.getByLabel('Signature', { exact: true }).fill(result)
    await page.getByRole('button', { name: 'Submit the proposal' }).click()
    await page.getByRole('heading', { name: 'Say where help is near', level: 1 }).waitFor()
    await page.locator('ins', { hasText: 'Say where help is near' }).waitFor()
    assert.deepEqual(complaints, [])
    await context.close()
  })
})

describe('proposing several documents by form', () => {
  test('somebody changes a data set, and what names it follows; every difference and all fields are shown before signing', async () => {
    const [, me] = (await openVote(demo.url)).voters
    const { context, page, complaints } = await open(browser, demo.url, { javaScriptEnabled: false })
    await page.goto('/propose')
    await page.getByLabel(/Wikipedia, English/).check()
    await page.getByRole('button', { name: 'Continue with these' }).click()
    await page.getByText('Change another document with it').click()
    await page.getByLabel(/Pre-training mixture/).check()
    await page.getByLabel(/Peritus Chat/).check()
    await page.getByRole('button', { name: 'Continue with these' }).click()
    await picture(page, 'propose-several')
    await page.getByLabel('Your wallet address').fill(me.address)
    await page.getByLabel('Title').fill('Say who is written about, and answer more evenly')
    await page.locator('#summary').fill('The data set says more about people; the mixture and the spec follow it.')
    const dataset = page.getByRole('region', { name: /^Wikipedia, English/ })
    await dataset.locator('summary', { hasText: 'Personal data' }).click()
    await dataset.locator('[name$="/personalData/note"]').fill('Articles about living people, and talk pages by them.')
    const spec = page.getByRole('region', { name: /^Peritus Chat/ })
    await spec.locator('summary', { hasText: 'Inference' }).click()
    await spec.getByLabel('Sampling › Temperature › Value').fill('0.45')
    await page.getByRole('button', { name: 'See what it would change' }).click()
    await page.getByRole('heading', { name: 'Sign your proposal' }).waitFor()
    const glance = await page.getByRole('region', { name: 'The change at a glance' }).innerText()
    assert.match(glance, /Wikipedia, English[\s\S]*talk pages by them/)
    assert.match(glance, /Pre-training mixture/)
    assert.match(glance, /Peritus Chat[\s\S]*0\.45/)
    const who = await page.getByRole('img', { name: /^Who decides: / }).getAttribute('aria-label')
    assert.match(who, /law/)
    assert.match(who, /nlp|language/i)
    await picture(page, 'propose-several-sign')
    const words = await page.getByLabel('Text to sign').inputValue()
    const { result } = await api(demo.url, '/demo/wallet', { method: 'eth_signTypedData_v4', params: [me.address, words], account: me.address })
    await page.getByLabel('Signature', { exact: true }).fill(result)
    await page.getByRole('button', { name: 'Submit the proposal' }).click()
    await page.getByRole('heading', { name: 'Say who is written about, and answer more evenly', level: 1 }).waitFor()
    const { documents } = await api(demo.url, '/api/v1' + new URL(page.url()).pathname)
    assert.deepEqual(documents.map((d) => d.head).sort(), ['dataset/wikipedia', 'mixture/pretraining', 'spec/chat'])
    // The mixture names the data set's new version, and the spec the mixture's.
    const find = (head) => documents.find((d) => d.head === head)
    assert.ok(find('mixture/pretraining').changes.some((c) => c.after === find('dataset/wikipedia').document), 'the mixture names another data set')
    assert.ok(find('spec/chat').changes.some((c) => c.after === find('mixture/pretraining').document), 'the spec names another mixture')
    assert.deepEqual(complaints, [])
    await context.close()
  })
})

describe('without script', () => {
  test('somebody votes by pasting a signature', async () => {
    const { proposal, voters } = await openVote(demo.url)
    const me = voters.at(-1)
    const { context, page, complaints } = await open(browser, demo.url, { javaScriptEnabled: false })
    await page.goto(`/proposals/${proposal.revision}`)
    await page.getByLabel('Wallet address').fill(me.address)
    await page.getByRole('button', { name: 'Show the weight' }).click()
    await page.getByLabel('Abstain', { exact: true }).check()
    await page.getByRole('button', { name: 'Continue to signing' }).click()
    const words = await page.getByLabel('Text to sign').inputValue()
    await picture(page, 'noscript-sign')

    // Any tool that signs typed data would do; here it is the demo's wallet, asked from outside the page.
    const { result } = await api(demo.url, '/demo/wallet', { method: 'eth_signTypedData_v4', params: [me.address, words], account: me.address })

    await page.getByLabel('Signature', { exact: true }).fill('0x' + '11'.repeat(65))
    await page.getByRole('button', { name: 'Cast my ballot' }).click()
    assert.match(page.url(), /\/vote$/, 'a wrong signature was taken')
    await page.getByText('Rule:').waitFor()
    await page.goBack()
    await page.getByLabel('Signature', { exact: true }).fill(result)
    await page.getByRole('button', { name: 'Cast my ballot' }).click()
    await page.getByRole('heading', { name: 'Your vote is recorded: Abstain' }).waitFor()
    assert.deepEqual(complaints.filter((c) => !c.includes('422') && !c.includes('403')), [])
    await context.close()
  })

  test('every page can be read', async () => {
    const { context, page } = await open(browser, demo.url, { javaScriptEnabled: false })
    await page.goto('/')
    for (const name of ['Proposals', 'Documents', 'Experts', 'Releases', 'The record', 'How it works']) {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click()
      await page.locator('h1').waitFor()
    }
    await page.goto('/log/entries/0')
    await page.getByText('Checking in the browser needs script').waitFor()
    await context.close()
  })
})

// Last, because it moves the demo's clock for everybody.
describe('time', () => {
  test('a decision takes effect when its window has passed', async () => {
    const [waiting] = await api(demo.url, '/api/v1/proposals?status=challenge')
    assert.ok(waiting, 'no decision waits for its window')
    const { context, page, complaints } = await open(browser, demo.url)
    await page.goto(`/proposals/${waiting.revision}`)
    await page.getByText('Passed, open to challenge').waitFor()
    const before = await api(demo.url, '/api/v1/documents')
    for (let day = 0; day < 5 && !(await page.getByRole('heading', { name: 'The proposal has passed' }).isVisible()); day++) {
      const arrived = page.waitForEvent('framenavigated') // or what is looked at next may still be the page before
      await page.getByRole('button', { name: '+ 1 day' }).click()
      await arrived
      await page.waitForLoadState()
    }
    await page.getByRole('heading', { name: 'The proposal has passed' }).waitFor()
    await picture(page, 'final')
    const now = await api(demo.url, '/api/v1/documents')
    const version = (list) => list.find((d) => d.head === waiting.head).version
    assert.notEqual(version(now), version(before))
    assert.deepEqual(complaints, [])
    await context.close()
  })
})
