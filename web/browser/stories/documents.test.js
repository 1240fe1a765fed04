// Documents as one reads them: what they say, who decided each value, what they were made from, and what changed. All of it
// without script.

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { api, open, picture, startBrowser, startDemo } from './demo.js'

let demo, browser
before(async () => {
  demo = await startDemo()
  browser = await startBrowser()
})
after(async () => {
  await browser?.close()
  await demo?.stop()
})

describe('a document', () => {
  test('says who decided each value, and leads to the decision', async () => {
    const documents = await api(demo.url, '/api/v1/documents')
    const decided = (await api(demo.url, '/api/v1/proposals?status=final')).find((p) => p.head === 'spec/chat')
    const { context, page, complaints } = await open(browser, demo.url, { javaScriptEnabled: false })
    await page.goto('/documents/spec/chat')
    await page.getByRole('heading', { name: 'How it is to behave' }).waitFor()
    await picture(page, 'document')
    const temperature = page.getByRole('row', { name: /^Temperature/ })
    assert.match(await temperature.innerText(), /How daring the choice of words is/)
    const mark = temperature.getByRole('link')
    assert.equal(await mark.getAttribute('title'), decided.title)
    // What nobody has touched since was decided in the founding.
    assert.match(await page.getByRole('row', { name: /^Typical-p/ }).getByRole('link').getAttribute('title'), /founding/)
    await mark.click()
    await page.getByRole('heading', { name: decided.title, level: 1 }).waitFor()
    assert.ok(documents.some((d) => d.head === 'spec/chat' && d.version !== '1.0.0'))
    assert.deepEqual(complaints, [])
    await context.close()
  })

  test('shows from what it was made, as a picture and as a table', async () => {
    const { context, page, complaints } = await open(browser, demo.url, { javaScriptEnabled: false })
    await page.goto('/documents/spec/chat')
    const lineage = page.getByRole('img', { name: /^Lineage:.*Wikipedia/ })
    await lineage.waitFor()
    await page.locator('section', { has: lineage }).getByText('The same as a table').click()
    await page.getByRole('row', { name: /Wikipedia, English.*is a part of.*Pre-training mixture/ }).getByRole('link', { name: /^Wikipedia/ }).click()
    await page.getByRole('heading', { name: 'Wikipedia, English', level: 1 }).waitFor()
    await page.getByRole('img', { name: /Pre-training mixture.*Peritus Chat/ }).waitFor()
    assert.deepEqual(complaints, [])
    await context.close()
  })

  test('of a mixture shows shares, bounds, epochs and licences as bars, and the same as a table', async () => {
    const { context, page, complaints } = await open(browser, demo.url, { javaScriptEnabled: false })
    await page.goto('/documents/mixture/pretraining')
    await page.getByRole('img', { name: /^common-crawl-filtered: 59\.4059%, allowed from 30% to 80%$/ }).waitFor()
    await page.getByText('for which no licence is known').waitFor()
    await picture(page, 'mixture')
    await page.getByText('The same as a table').first().click()
    const row = page.getByRole('row', { name: /WebText2/ }).first()
    assert.match(await row.innerText(), /21\.7821%.*3\.439/s)
    assert.deepEqual(complaints, [])
    await context.close()
  })

  test('is compared with another version by a plain form', async () => {
    const { context, page, complaints } = await open(browser, demo.url, { javaScriptEnabled: false })
    await page.goto('/documents/spec/chat')
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.waitForURL(/\/compare\?before=[0-9a-f]{64}&after=[0-9a-f]{64}$/)
    const glance = page.getByRole('region', { name: 'The change at a glance' })
    assert.match(await glance.innerText(), /Temperature[\s\S]*0\.8[\s\S]*0\.6/)
    await picture(page, 'compare')
    await page.getByRole('link', { name: 'the other way round' }).click()
    assert.match(await glance.innerText(), /Temperature[\s\S]*0\.6[\s\S]*0\.8/)
    await page.goto('/compare?before=zz&after=zz')
    await page.getByText('Rule:').waitFor()
    assert.deepEqual(complaints.filter((c) => !c.includes('422')), [])
    await context.close()
  })
})

test('ten seconds: what changes, what it means and whose field it is stand in one look', async () => {
  const decided = (await api(demo.url, '/api/v1/proposals?status=final')).find((p) => p.head === 'spec/chat')
  const { context, page } = await open(browser, demo.url, { javaScriptEnabled: false })
  await page.goto(`/proposals/${decided.revision}#diff`)
  const glance = page.getByRole('region', { name: 'The change at a glance' })
  const words = await glance.innerText()
  for (const wanted of ['System prompt', 'words added', 'Temperature', '0.8', '0.6', 'How daring the choice of words is', 'Top-p', 'safety', 'nlp']) {
    assert.ok(words.includes(wanted), `${wanted} is not in the summary of the change:\n${words}`)
  }
  const { height } = await glance.boundingBox()
  assert.ok(height < 600, `the summary of four changes is ${height} pixels high`)
  await page.getByRole('img', { name: /^Who decides: safety/ }).waitFor()
  await context.close()
})
