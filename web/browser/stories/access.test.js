// Every page for everybody: axe-core finds nothing serious, in light and in dark, wide and narrow; nothing sticks out sideways.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { api, open, openVote, picture, startBrowser, startDemo } from './demo.js'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let demo, browser
const pages = new Map() // name → path

before(async () => {
  demo = await startDemo()
  browser = await startBrowser()
  const { proposal, voters } = await openVote(demo.url)
  const all = await api(demo.url, '/api/v1/proposals')
  const types = await api(demo.url, '/api/v1/badges')
  const documents = await api(demo.url, '/api/v1/documents')
  const channels = await api(demo.url, '/api/v1/releases')
  const { ballots } = await api(demo.url, `/api/v1/proposals/${proposal.revision}/ballots`)
  pages.set('home', '/')
  pages.set('proposals', '/proposals')
  pages.set('proposal-stranger', `/proposals/${proposal.revision}`)
  pages.set('proposal-member', `/proposals/${proposal.revision}?as=${voters[0].address}`)
  for (const p of all) pages.set('proposal-' + p.status, `/proposals/${p.revision}`)
  pages.set('recount', `/proposals/${all.at(-1).revision}/recount`)
  if (ballots.length > 0) pages.set('receipt', `/receipts/${ballots[0].index}`)
  pages.set('badges', '/badges')
  pages.set('badge', `/badges/${types[0].id}`)
  pages.set('member', `/members/${voters[0].address}`)
  pages.set('member-unknown', '/members/0x00000000000000000000000000000000000000aa')
  pages.set('requests', '/requests')
  pages.set('apply', `/badges/${types[0].id}/request`)
  pages.set('propose', '/propose?head=spec/chat')
  pages.set('documents', '/documents')
  // One of each kind, and what changed in one.
  const kinds = new Map(documents.map((d) => [d.kind, d]))
  for (const d of kinds.values()) pages.set('document-' + d.head.replaceAll('/', '-'), `/documents/${d.head}`)
  const decided = all.find((p) => p.status === 'final')
  const { base, document } = await api(demo.url, `/api/v1/proposals/${decided.revision}`)
  pages.set('compare', `/compare?before=${base}&after=${document}`)
  pages.set('releases', '/releases')
  for (const r of channels[0].releases ?? []) pages.set('release', `/releases/${r.channel}/${r.sequence}`)
  pages.set('log', '/log')
  pages.set('entry', '/log/entries/1')
  pages.set('signin', '/signin')
  pages.set('about', '/about')
  pages.set('verify', '/verify')
  pages.set('not-found', '/nothing-here')
})
after(async () => {
  await browser?.close()
  await demo?.stop()
})

// Colours do not depend on the width, nor what sticks out on the colours: three runs see all that four would.
for (const [colorScheme, width] of [['light', 1280], ['light', 390], ['dark', 1280]]) {
  test(`no page has a serious violation or sticks out sideways, ${colorScheme} at ${width} pixels`, async () => {
    const { context, page } = await open(browser, demo.url, { colorScheme, viewport: { width, height: 900 } })
    const found = []
    for (const [name, path] of pages) {
      await page.goto(path)
      await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)))
      // Not as a <script> in the page, which its content security policy would refuse.
      await page.evaluate(axe)
      const { violations, passes } = await page.evaluate(() =>
        axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
      )
      if (passes.length < 10) found.push(`${name}: axe-core looked at ${passes.length} rules only`)
      for (const v of violations) {
        if (v.impact === 'serious' || v.impact === 'critical') found.push(`${name}: ${v.id}: ${v.nodes.map((n) => n.html).slice(0, 3).join(' ')}`)
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (wide > 0) found.push(`${name}: ${wide} pixels stick out`)
      if (colorScheme === 'light' || ['home', 'proposal-member', 'member'].includes(name)) await picture(page, `${name}-${colorScheme}-${width}`)
    }
    assert.deepEqual(found, [])
    await context.close()
  })
}

test('a keyboard alone reaches the vote', async () => {
  const { proposal, voters } = await openVote(demo.url)
  const { context, page } = await open(browser, demo.url)
  await page.goto(`/proposals/${proposal.revision}?as=${voters[0].address}`)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip')
  for (let i = 0; i < 120; i++) {
    if (await page.evaluate(() => document.activeElement.name === 'choice')) break
    await page.keyboard.press('Tab')
    const outline = await page.evaluate(() => {
      const e = document.activeElement
      return e === document.body || getComputedStyle(e.closest('.choice') ?? e).outlineStyle !== 'none' || getComputedStyle(e).outlineStyle !== 'none'
    })
    assert.ok(outline, 'the focus cannot be seen')
  }
  await page.keyboard.press('Space')
  assert.ok(await page.evaluate(() => document.querySelector('input[name=choice]:checked') !== null))
  await context.close()
})

test('the pages speak German', async () => {
  const { context, page } = await open(browser, demo.url, { locale: 'de-DE' })
  await page.goto('/')
  assert.equal(await page.locator('html').getAttribute('lang'), 'de')
  await page.getByRole('heading', { name: 'Entschieden von denen, die es wissen.' }).waitFor()
  await picture(page, 'home-german')
  await context.close()
})
