// node generate.js > snapshotjs.json, with @snapshot-labs/snapshot.js 0.17.5 installed: random polls and how snapshot.js
// counts them, invalid votes and all.
const s=require('@snapshot-labs/snapshot.js'); const voting=(s.utils||s.default.utils).voting;
let g=1n; const next=n=>{g=(g*6364136223846793005n+1442695040888963407n)&((1n<<64n)-1n); return Number(((g>>32n)*BigInt(n))>>32n)};
const out=[];
for (const type of ['single-choice','basic','approval','ranked-choice','weighted','quadratic','copeland']) {
  for (let k=0;k<12;k++) {
    const n=1+next(5), choices=Array.from({length:n},(_,i)=>'choice '+(i+1)), votes=[];
    for (let v=next(14);v>0;v--) {
      const power=[1,next(5),next(1000)/10,next(1e9)/1e7,(next(1e9)*1e9+next(1e9))/1e12][next(5)];
      let c; const perm=Array.from({length:n},(_,i)=>i+1); for(let i=0;i<n;i++){const j=i+next(n-i);[perm[i],perm[j]]=[perm[j],perm[i]]}
      switch(type){
        case 'single-choice': case 'basic': c=next(12)==0?n+1:1+next(n); break;
        case 'approval': c=perm.slice(0,next(n+1)); if(next(12)==0)c.push(c[0]||9); break;
        case 'ranked-choice': case 'copeland': c=next(8)==0?perm.slice(1):perm; break;
        default: c={}; for(const p of perm) if(next(3)) c[p]=[0,next(9),next(1000)/10][next(3)]; if(next(12)==0)c[n+1]=1;
      }
      if(next(20)==0)c=[null,{},[],'x',0][next(5)];
      votes.push({voter:'v'+votes.length,choice:c,balance:power,scores:[power]});
    }
    const q=new voting[type]({choices},votes,[{name:'ticket',network:'1',params:{}}],undefined);
    let scores,total; try{scores=q.getScores();total=q.getScoresTotal()}catch(e){continue}
    out.push(JSON.stringify({proposal:{choices,type},votes:votes.map(({scores,...v})=>v),scores,scoresTotal:total}));
  }
}
console.log('[\n'+out.join(',\n')+'\n]');
