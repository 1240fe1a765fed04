// node peers.js BALLOTS RUNS: snapshot.js counts the ballots of the benchmarks' generator (see bench_test.go) in memory.
// Prints a line of JSON for each voting system: the milliseconds of each run, and the scores.
const { utils } = require('@snapshot-labs/snapshot.js');

const [ballots, runs] = process.argv.slice(2).map(Number);
const options = 8;

// Knuth's MMIX linear congruential generator in 64 bits, as two halves.
let high, low;

// product returns the high and the low half of a·b for 32-bit a and b.
function product(a, b) {
  const al = a & 0xffff, ah = a >>> 16, bl = b & 0xffff, bh = b >>> 16;
  const ll = al * bl;
  const m = ah * bl + (ll >>> 16);
  const n = al * bh + (m % 65536);
  return [(ah * bh + Math.floor(m / 65536) + Math.floor(n / 65536)) >>> 0, ((n % 65536) * 65536 + (ll & 0xffff)) >>> 0];
}

function next(n) {
  const [h, l] = product(low, 0x4c957f2d);
  const sum = l + 0xf767814f;
  high = (h + Math.imul(high, 0x4c957f2d) + Math.imul(low, 0x5851f42d) + 0x14057b7e + (sum > 0xffffffff ? 1 : 0)) >>> 0;
  low = sum >>> 0;
  return product(high, n)[0];
}

const pick = () => Math.min(next(options), next(options));

const forms = {
  one: () => 1 + pick(),
  set() {
    const set = [];
    for (let o = 1; o <= options; o++) if (next(2) === 0) set.push(o);
    return set;
  },
  ranking() {
    const order = Array.from({ length: options }, (_, i) => i + 1);
    for (let i = 0; i < options; i++) {
      const j = i + Math.min(next(options - i), next(options - i));
      [order[i], order[j]] = [order[j], order[i]];
    }
    return order;
  },
  shares() {
    const shares = {};
    for (let o = 1; o <= 4; o++) shares[o] = next(8);
    shares[1]++;
    return shares;
  }
};

function generate(form, fixed) {
  [high, low] = [0, 1];
  const votes = [];
  for (let i = 0; i < ballots; i++) {
    const power = 1 + next(1000);
    votes.push({ choice: forms[form](), balance: fixed || power, scores: [fixed || power] });
  }
  return votes;
}

const choices = [...'abcdefgh'];
const strategies = [{ name: 'ticket', network: '1', params: {} }];
for (const [system, form, fixed] of [
  ['single-choice', 'one'], ['approval', 'set'], ['ranked-choice', 'ranking'], ['copeland', 'ranking'], ['weighted', 'shares'], ['quadratic', 'shares', 1000]
]) {
  const votes = generate(form, fixed);
  const ms = [];
  let scores;
  for (let run = 0; run < runs; run++) {
    const start = process.hrtime.bigint();
    scores = new utils.voting[system]({ choices }, votes, strategies).getScores();
    ms.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  console.log(JSON.stringify({ system, ms, scores }));
}
