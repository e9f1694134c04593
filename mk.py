import json,collections
F=dict(c='copied',t='trimmed',r='reworded',k='contradicted',u='unrelated')
out=[];n=collections.Counter();m=collections.Counter();st=None;per=collections.Counter()
for l in open('draft.txt'):
    l=l.strip()
    if not l: continue
    if l[0]=='#': st=l[2:]; continue
    k,a,b=[x.strip() for x in l.split(' || ')]
    n[k]+=1;m[F[k[0]]]+=1;per[st]+=1
    q=lambda s:json.dumps(s,ensure_ascii=False)
    for s in(a,b):
        w=len(s.split())
        if w<5 or w>45: print('LEN',w,s)
    out.append(f'[[pair]]\nstory = {q(st)}\nform = {q(F[k[0]])}\none = {q(a)}\nother = {q(b)}\n')
open('e.toml','w').write('\n'.join(out))
print(n,m,sum(m.values()),len(per),[s for s in per if per[s]!=5])
