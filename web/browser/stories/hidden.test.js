// A vote whose results are hidden until it closes, from its opening to the opened ballots. The demo's members first decide, by a
// change of the policy, that votes on data sets are hidden.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { api, open, picture, startBrowser, startDemo } from './demo.js'

let demo, browser, accounts
before(async () => {
  demo = await startDemo()
  browser = await startBrowser()
  accounts = await api(demo.url, '/demo/accounts')
})
after(async () => {
  await browser?.close()
  await demo?.stop()
})

// signed returns the signature of somebody's wallet.
async function signed(account, typedData) {
  return (await api(demo.url, '/demo/wallet', { method: 'eth_signTypedData_v4', params: [account.address, JSON.stringify(typedData)], account: account.address })).result
}

async function propose(account, head, title, change) {
  const { digest } = (await api(demo.url, '/api/v1/documents')).find((d) => d.head === head)
  const next = await api(demo.url, `/blob/sha256/${digest}`)
  change(next)
  next.parent = digest
  const draft = { proposer: account.address, title, summary: 'As the story goes.', documents: { [head]: next } }
  const words = await api(demo.url, '/api/v1/proposals/prepare', draft)
  const signature = await signed(account, words.typedData)
  await api(demo.url, '/api/v1/proposals', {
    text: words.text, title, titleSalt: words.titleSalt, summary: draft.summary, summarySalt: words.summarySalt, documents: draft.documents, expires: words.expires, signature,
  })
  return words.revision
}

async function sponsor(revision) {
  for (const account of accounts) {
    if ((await api(demo.url, `/api/v1/proposals/${revision}`)).status !== 'submitted') return
    const { may } = await api(demo.url, `/api/v1/proposals/${revision}/standing?member=${account.address}`)
    if (!may?.includes('sponsor')) continue
    const body = { member: account.address, act: 'sponsor', text: '' }
    const words = await api(demo.url, `/api/v1/proposals/${revision}/acts/prepare`, body)
    const signature = await signed(account, words.typedData)
    await api(demo.url, `/api/v1/proposals/${revision}/acts`, { ...body, salt: words.salt, sequence: words.sequence, expires: words.expires, signature })
  }
}

async function vote(account, revision, choice, reason = '') {
  const body = { voter: account.address, choice, reason }
  const words = await api(demo.url, `/api/v1/proposals/${revision}/ballots/prepare`, body)
  const signature = await signed(account, words.typedData)
  return api(demo.url, `/api/v1/proposals/${revision}/ballots`, { ...body, salt: words.salt, sequence: words.sequence, expires: words.expires, signature })
}

// until moves the demo's clock, a day at a time, until a proposal has a status.
async function until(revision, status) {
  for (let day = 0; day < 40; day++) {
    const p = await api(demo.url, `/api/v1/proposals/${revision}`)
    if (p.status === status) return p
    const answer = await fetch(demo.url + '/demo/clock', { method: 'POST', body: new URLSearchParams({ seconds: '86400' }), redirect: 'manual' })
    assert.ok(answer.status < 400, `the clock answers ${answer.status}`)
  }
  throw new Error(`the proposal never became ${status}: ${JSON.stringify(await api(demo.url, `/api/v1/proposals/${revision}`))}`)
}

const minor = (version) => version.replace(/\.(\d+)\.\d+$/, (_, n) => `.${Number(n) + 1}.0`)
const major = (version) => `${Number(version.split('.')[0]) + 1}.0.0`

// Everything that a stranger can reach by links from the first page, the feeds and the API, as one list of texts.
async function everything(revision, voters) {
  const seen = new Set(['/', `/proposals/${revision}`, `/proposals/${revision}/recount`, `/proposals/${revision}/ballots.json`, `/api/v1/proposals/${revision}`, `/api/v1/proposals/${revision}/ballots`,
    '/api/v1/proposals', '/log', '/log/checkpoint', ...voters.flatMap((v) => [`/members/${v.address}`, `/api/v1/members/${v.address}`, `/proposals/${revision}?as=${v.address}`, `/api/v1/proposals/${revision}/standing?member=${v.address}`])])
  const texts = new Map()
  for (const path of seen) {
    const answer = await fetch(demo.url + path)
    const text = await answer.text()
    texts.set(path, text)
    if (!/html/.test(answer.headers.get('content-type') ?? '')) continue
    for (const [, link] of text.matchAll(/ href="(\/[^"#]*)/g)) if (seen.size < 600) seen.add(link.replaceAll('&amp;', '&'))
  }
  return texts
}

describe('a hidden vote', () => {
  test('shows nothing before it closes, and everything after', async () => {
    const rule = await propose(accounts[0], 'policy/main', 'Hide running results of votes on data sets', (p) => {
      p.version = major(p.version)
      const { rules } = p.kinds['peritus/dataset/v1']
      rules.hidden = true
      delete rules.swing
      delete rules.extension
    })
    await sponsor(rule)
    await until(rule, 'voting')
    for (const account of accounts) {
      const { votable } = await api(demo.url, `/api/v1/proposals/${rule}/standing?member=${account.address}`)
      if (votable) await vote(account, rule, 'for')
    }
    await until(rule, 'final')

    const revision = await propose(accounts[0], 'dataset/wikipedia', 'Say who is written about', (dataset) => {
      dataset.version = minor(dataset.version)
      dataset.personalData.note = 'Articles about living people, and talk pages by them.'
    })
    await sponsor(revision)
    await until(revision, 'voting')
    const voters = []
    for (const account of accounts) {
      const { votable } = await api(demo.url, `/api/v1/proposals/${revision}/standing?member=${account.address}`)
      if (votable) voters.push(account)
    }
    const [me, ...others] = voters
    const secret = 'The words of clause seventeen decide me.'

    // The vote, in the browser.
    const { context, page, complaints } = await open(browser, demo.url)
    await page.goto('/signin')
    await page.getByRole('button', { name: 'Connect Demo wallet' }).click()
    await page.getByRole('dialog', { name: 'Demo wallet' }).getByRole('button', { name: me.name }).click()
    const sign = async () => {
      await page.getByRole('button', { name: 'Sign with Demo wallet' }).click()
      await page.getByRole('dialog', { name: 'Sign this?' }).getByRole('button', { name: 'Sign', exact: true }).click()
    }
    await sign()
    await page.waitForURL(demo.url + '/')
    await page.goto(`/proposals/${revision}#vote`)
    await page.getByText('Hidden until voting closes').waitFor()
    await picture(page, 'hidden-proposal')
    await page.getByLabel('Against', { exact: true }).check()
    await page.getByText('Add a reason (public)').click()
    await page.locator('#reason').fill(secret)
    await page.getByRole('button', { name: 'Continue to signing' }).click()
    await page.getByText('This vote is sealed').waitFor()
    await sign()
    await page.waitForURL('**/receipts/*')
    await page.getByText('Your ballot is sealed. It is opened').waitFor()
    await page.getByText('Think of an envelope left with a notary').waitFor()
    await picture(page, 'hidden-receipt')
    const own = page.url()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download the receipt' }).click()])
    const receipt = JSON.parse(await readFile(await download.path(), 'utf8'))
    assert.ok(receipt.opening, 'the receipt does not hold the opening')
    assert.match(Buffer.from(receipt.opening, 'base64').toString('utf8'), /"choice":"against"/)
    for (const other of others) await vote(other, revision, 'for')

    // What a stranger can reach says who voted, and neither what nor why, nor how much it comes to.
    const before = await everything(revision, voters)
    assert.ok(before.size > 100, `only ${before.size} addresses were read`)
    const opening = receipt.opening.slice(0, 40)
    for (const [path, text] of before) {
      assert.ok(!text.includes(secret), `${path} tells the reason`)
      assert.ok(!text.includes(opening), `${path} tells the opening`)
    }
    const shown = JSON.parse(before.get(`/api/v1/proposals/${revision}`))
    assert.equal(shown.result, undefined)
    assert.ok(shown.chambers.every((c) => c.result === undefined && c.poll === undefined), 'the API shows a count')
    assert.match(before.get(`/proposals/${revision}/ballots.json`), /results-hidden/)
    assert.match(before.get(`/api/v1/proposals/${revision}/ballots`), /results-hidden/)
    assert.match(before.get(`/proposals/${revision}/recount`), /results-hidden/)
    assert.match(before.get(`/members/${me.address}`), /hidden until the close/)
    const stranger = await open(browser, demo.url)
    await stranger.page.goto(new URL(own).pathname)
    await stranger.page.getByRole('heading', { name: 'Your vote is recorded: hidden until the close' }).waitFor()
    assert.equal(await stranger.page.getByText('Think of an envelope').count(), 0)
    await stranger.context.close()

    // The vote closes, and the ballots are opened.
    await until(revision, 'challenge')
    await page.goto(`/proposals/${revision}/recount`)
    assert.match(await page.locator('tr', { hasText: me.name }).first().innerText(), /Against[\s\S]*clause seventeen/)
    await picture(page, 'hidden-opened')
    await page.goto(own)
    await page.getByRole('heading', { name: 'Your vote is recorded: Against' }).waitFor()
    assert.equal(await page.getByText('Think of an envelope').count(), 0)
    assert.deepEqual(complaints, [])
    await context.close()
  })
})
