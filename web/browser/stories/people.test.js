// People: somebody asks for a badge, members endorse it or say why not, and a proposal is discussed. With a wallet and by
// pasting signatures.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
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

async function signIn(page, name) {
  await page.goto('/signin')
  await page.getByRole('button', { name: 'Connect Demo wallet' }).click()
  await page.getByRole('dialog', { name: 'Demo wallet' }).getByRole('button', { name }).click()
  await sign(page)
  await page.waitForURL(demo.url + '/')
}

async function sign(page) {
  await page.getByRole('button', { name: 'Sign with Demo wallet' }).click()
  await page.getByRole('dialog', { name: 'Sign this?' }).getByRole('button', { name: 'Sign', exact: true }).click()
}

// paste signs the words on the page with the demo's wallet, asked from outside, as any other tool would be.
async function paste(page, account, button) {
  const words = await page.getByLabel('Text to sign').inputValue()
  const { result } = await api(demo.url, '/demo/wallet', { method: 'eth_signTypedData_v4', params: [account.address, words], account: account.address })
  await page.getByLabel('Signature', { exact: true }).fill(result)
  await page.getByRole('button', { name: button }).click()
}

// holderAndEndorsers finds a badge type that members can endorse, somebody without it, and members who could vouch.
async function holderAndEndorsers() {
  for (const type of await api(demo.url, '/api/v1/badges')) {
    if (!type.endorsements || type.retired) continue
    const able = new Map()
    for (const account of accounts) {
      const { badges } = await api(demo.url, `/api/v1/members/${account.address}`)
      able.set(account, (badges ?? []).find((b) => b.domain === type.domain && b.inForce)?.level ?? 0)
    }
    const endorsers = accounts.filter((a) => able.get(a) >= Math.max(1, type.endorserLevel))
    const holder = accounts.find((a) => able.get(a) === 0)
    if (holder && endorsers.length > type.endorsements) return { type, holder, endorsers }
  }
  throw new Error('no badge of the demo can be endorsed')
}

describe('a badge', () => {
  test('is asked for with evidence, endorsed with a wallet and by pasting, declined with a reason', async () => {
    const { type, holder, endorsers } = await holderAndEndorsers()
    const { context, page, complaints } = await open(browser, demo.url)
    await signIn(page, holder.name)
    await page.goto(`/badges/${type.id}`)
    await page.getByRole('heading', { name: 'How to get it' }).waitFor()
    await picture(page, 'badge-type')
    await page.getByRole('link', { name: 'Ask for this badge' }).click()
    await page.getByLabel('Level').selectOption('2')
    await page.getByLabel('What speaks for you').fill('I ran the night shift of a poison centre for eight years.\nMy log of cases is below.')
    await page.getByLabel('Links').fill('https://example.org/cases\nhttps://example.org/training')
    const file = { name: 'cases.txt', mimeType: 'text/plain', buffer: Buffer.from('eight years of cases\n') }
    await page.getByLabel('Or choose files').setInputFiles(file)
    const digest = createHash('sha256').update('eight years of cases\n').digest('hex')
    await page.waitForFunction((d) => document.querySelector('[data-digest-lines]').value.startsWith(d), digest)
    await picture(page, 'badge-apply')
    await page.getByRole('button', { name: 'Continue to signing' }).click()
    await page.getByRole('heading', { name: 'Sign your request' }).waitFor()
    await sign(page)
    await page.waitForURL('**/requests/*')
    await page.getByText('Collecting endorsements').first().waitFor()
    await page.getByText(digest).waitFor()
    const request = page.url()
    await context.close()

    // An endorser is told on the own page, and answers with the wallet.
    const first = await open(browser, demo.url)
    await signIn(first.page, endorsers[0].name)
    await first.page.locator('.me', { hasText: endorsers[0].name }).click()
    await first.page.getByRole('heading', { name: 'Requests that wait for your word' }).waitFor()
    await picture(first.page, 'member-asked')
    await first.page.getByRole('link', { name: `${type.name}, level 2` }).click()
    await first.page.getByLabel('I endorse it').check()
    await first.page.getByRole('button', { name: 'Continue to signing' }).click()
    await sign(first.page)
    await first.page.waitForURL('**/requests/*#endorsements')
    await first.page.getByText(`1 of ${type.endorsements} endorsements`).first().waitFor()
    await picture(first.page, 'badge-request')
    assert.deepEqual(first.complaints, [])
    await first.context.close()

    // Another declines without any script, and says why.
    const second = await open(browser, demo.url, { javaScriptEnabled: false })
    await second.page.goto(request)
    await second.page.getByLabel('Wallet address').fill(endorsers[1].address)
    await second.page.getByRole('button', { name: 'Continue', exact: true }).click()
    await second.page.getByLabel('I do not, and say why').check()
    await second.page.getByLabel('Why not').fill('The log names patients; black them out first.')
    await second.page.getByRole('button', { name: 'Continue to signing' }).click()
    await paste(second.page, endorsers[1], 'Put it on record')
    await second.page.getByText('The log names patients; black them out first.').waitFor()
    await second.page.getByText(`1 of ${type.endorsements} endorsements`).first().waitFor()
    // Who has answered cannot answer again.
    await second.page.goto(request + '?as=' + endorsers[1].address)
    await second.page.getByText('This address cannot endorse the request').waitFor()
    assert.deepEqual(second.complaints, [])

    // The holder's page names the request as the next thing.
    await second.page.goto(`/members/${holder.address}`)
    await second.page.getByRole('heading', { name: 'Asked for, and not there yet' }).waitFor()
    await second.page.locator('#weight').getByRole('link', { name: 'See the request' }).waitFor()
    await second.page.goto('/requests')
    await second.page.getByRole('link', { name: `${type.name}, level 2` }).waitFor()
    await second.context.close()
    assert.deepEqual(complaints, [])
  })
})

describe('a proposal', () => {
  test('is discussed: a comment by wallet; an objection, its answer and a ruling by pasting', async () => {
    const proposals = await api(demo.url, '/api/v1/proposals')
    const may = async (account, p) => (await api(demo.url, `/api/v1/proposals/${p.revision}/standing?member=${account.address}`)).may ?? []
    const p = proposals.find((p) => p.status === 'review')
    const speakers = []
    for (const account of accounts) if ((await may(account, p)).includes('comment')) speakers.push(account)
    assert.ok(speakers.length > 1, 'nobody may comment')

    const { context, page, complaints } = await open(browser, demo.url)
    await signIn(page, speakers[0].name)
    await page.goto(`/proposals/${p.revision}#discussion`)
    await page.getByLabel('In your words (public)').last().fill('I tried it on forty questions.\n<b>It holds.</b>')
    await page.locator('.say').getByRole('button', { name: 'See what you sign' }).click()
    await page.getByRole('heading', { name: 'Sign this' }).waitFor()
    await sign(page)
    await page.waitForURL(/#entry-\d+$/)
    const said = page.locator(new URL(page.url()).hash)
    assert.match(await said.innerText(), /I tried it on forty questions\.\s+<b>It holds\.<\/b>/)
    await picture(page, 'discussion')
    assert.deepEqual(complaints, [])
    await context.close()

    // An objection, its answer and a ruling, each without script and by whoever may sign it.
    const plain = await open(browser, demo.url, { javaScriptEnabled: false })
    const act = async (wanted, text, where) => {
      for (const account of accounts) {
        const words = (await may(account, p)).find((act) => act.startsWith(wanted))
        if (!words) continue
        await plain.page.goto(`/proposals/${p.revision}?as=${account.address}#discussion`)
        const form = plain.page.locator(where)
        if (where !== '.say') await form.getByText('Answer or rule on it').click()
        await form.getByLabel('What you do').selectOption(words)
        await form.getByLabel('In your words (public)').fill(text)
        await form.getByRole('button', { name: 'See what you sign' }).click()
        await paste(plain.page, account, 'Put it on record')
        await plain.page.waitForURL(/#entry-\d+$/)
        await plain.page.getByText(text).waitFor()
        return new URL(plain.page.url()).hash
      }
      throw new Error(`nobody may ${wanted}`)
    }
    const objection = await act('object: licence', 'Nobody has asked the authors.', '.say')
    await plain.page.locator(objection).getByText('Unsettled: blocks the vote').waitFor()
    await plain.page.getByText('An objection keeps the vote from opening').waitFor()
    await act('answer ' + objection.slice('#entry-'.length), 'Two have answered; their letters are in the evidence.', objection)
    await act('dismiss ' + objection.slice('#entry-'.length), 'The letters cover the use.', objection)
    await picture(plain.page, 'objection')
    assert.deepEqual(plain.complaints, [])
    await plain.context.close()
  })
})
