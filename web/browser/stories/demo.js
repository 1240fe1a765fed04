// A running demo and a real browser for the stories. PERITUS_URL names a demo that runs already; otherwise one is started in a
// temporary folder from the binary at the root of the repository, or the one that PERITUS_BIN names.

import { spawn } from 'node:child_process'
import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '../../..')
export const pictures = path.resolve(here, '../results')

export async function startDemo() {
  if (process.env.PERITUS_URL) return { url: process.env.PERITUS_URL, stop: async () => {} }
  const data = await mkdtemp(path.join(tmpdir(), 'peritus-story-'))
  const bin = process.env.PERITUS_BIN ?? path.join(root, 'bin/peritus')
  const child = spawn(bin, ['demo', '--data', path.join(data, 'demo'), '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const url = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the demo did not start within two minutes:\n' + said)), 120_000)
    const listen = (chunk) => {
      said += chunk
      const found = said.match(/open (http:\/\/\S+)/)
      if (found) {
        clearTimeout(timer)
        resolve(found[1])
      }
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`the demo ended with status ${code}:\n${said}`)))
  })
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await rm(data, { recursive: true, force: true })
    },
  }
}

export async function startBrowser() {
  await mkdir(pictures, { recursive: true })
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

// open returns a page of a visitor without a past. What the page says on its console, and what it cannot load, fails the story.
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(90_000) // a busy machine is slow, and no defect
  const complaints = []
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && complaints.push(m.text()))
  page.on('pageerror', (e) => complaints.push(String(e)))
  page.on('request', (r) => !r.url().startsWith(url) && !r.url().startsWith('data:') && complaints.push('a request to ' + r.url()))
  return { context, page, complaints }
}

export async function api(url, where, body) {
  const answer = await fetch(url + where, body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${where}: ${answer.status} ${text}`)
  return JSON.parse(text)
}

// openVote returns a proposal under vote, and invented members who have weight in it.
export async function openVote(url) {
  for (const proposal of await api(url, '/api/v1/proposals?status=voting')) {
    const voters = []
    for (const account of await api(url, '/demo/accounts')) {
      const standing = await api(url, `/api/v1/proposals/${proposal.revision}/standing?member=${account.address}`)
      if (standing.votable) voters.push({ ...account, standing })
    }
    if (voters.length >= 2) return { proposal, voters }
  }
  throw new Error('no vote is open in the demo')
}

export async function picture(page, name) {
  await page.screenshot({ path: path.join(pictures, name + '.png'), fullPage: true })
}
