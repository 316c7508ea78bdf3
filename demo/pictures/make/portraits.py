"""Portraits of writers and editors: one pen, flat colour that does not quite meet the line."""
import math
from sheet import Sheet

LINE = '#1f2433'
# name: paper, cloth, skin, hair, hair's cut, spectacles, beard, age (0 to 2), mouth (-1 to 1), width of the face, pattern of the cloth
FACES = {
    'damar-wicaksana': ('#f2c879', '#2f5d62', '#c98d5f', '#23252e', 'side', 'round', 'stubble', 1, .4, 1.0, 'shirt'),
    'rosnida-lubuk': ('#cfe0dc', '#b5533c', '#d9a77c', '#7a3342', 'hijab', None, None, 1, .2, 1.02, 'plain'),
    'benediktus-oan': ('#e8b7a0', '#37456b', '#8a5a3c', '#1d1c22', 'curly', None, 'goatee', 1, .7, 1.05, 'weave'),
    'sekar-pramudita': ('#d8d2ea', '#4a4e69', '#e0b48c', '#2a2430', 'bun', 'round', None, 0, .3, .94, 'batik'),
    'hendra-lauw': ('#d6e3c4', '#3d3a4b', '#e6bf98', '#8d8f97', 'thin', 'square', None, 2, -.2, 1.04, 'suit'),
    'ijah-marpaung': ('#f4d3c0', '#8c2f39', '#c48c62', '#9a9aa0', 'bob', 'half', None, 2, .9, 1.08, 'plain'),
    'gusti-arsana': ('#bcd8e4', '#e9e1cf', '#b77d55', '#2b2622', 'cap', None, 'moustache', 2, .3, 1.03, 'shirt'),
    'naya-tobing': ('#f6e2a4', '#276a63', '#cf9a6c', '#2b1f1d', 'long', None, None, 0, .5, .96, 'weave'),
    'sita-anggraini': ('#e9c9b0', '#24405c', '#d6a077', '#241d1f', 'bob', 'round', None, 1, .5, .98, 'weave'),
    'ratna-wirasena': ('#d3e0d0', '#8a4b2a', '#c68f66', '#2f2526', 'bun', None, None, 1, .35, 1.0, 'batik'),
    'dewi-larasati': ('#cfd9ea', '#7d3b57', '#dcae86', '#2c2a52', 'hijab', 'round', None, 0, .4, .97, 'plain'),
    'bram-hutagalung': ('#efd9a7', '#2d4a3e', '#a97148', '#1f1e24', 'side', 'square', 'moustache', 1, .1, 1.06, 'shirt'),
    'tiur-simanjuntak': ('#f0c9b8', '#3f6f8a', '#bd8458', '#241b1a', 'long', None, None, 0, .8, 1.0, 'plain'),
    'hasan-lamadjido': ('#c9e0e2', '#b0713a', '#8f5d3d', '#1b1a1f', 'curly', None, 'stubble', 1, .5, 1.04, 'shirt'),
    'umi-salamah': ('#dfd6c8', '#5b6f4a', '#cd9a70', '#35506b', 'hijab', 'half', None, 2, .5, 1.06, 'batik'),
}


def draw(name, rs):
    paper, cloth, skin, hair, cut, specs, beard, age, smile, k, pattern = FACES[name]
    s = Sheet(1080, 720, paper)
    X, Y = (lambda t: 540 + t * 118 * k), (lambda t: 318 + t * 150)
    s.circ(540, 330, 292, '#ffffff', more='fill-opacity=".38"')
    for i in range(34):                     # hatching behind, to the right
        x = 700 + i * 15 + rs.uniform(-3, 3)
        s.line([(x, 150 + rs.uniform(-20, 40)), (x - 190, 470 + rs.uniform(-30, 60))], LINE, 2, 'stroke-opacity=".16"')
    head = f'M{X(-1):.0f},{Y(-.35):.0f}C{X(-1.06):.0f},{Y(-1.35):.0f} {X(1.06):.0f},{Y(-1.35):.0f} {X(1):.0f},{Y(-.35):.0f}C{X(1.02):.0f},{Y(.5):.0f} {X(.62):.0f},{Y(.98):.0f} {X(0):.0f},{Y(1.05):.0f}C{X(-.62):.0f},{Y(.98):.0f} {X(-1.02):.0f},{Y(.5):.0f} {X(-1):.0f},{Y(-.35):.0f}Z'
    body = 'M226,730C236,590 330,556 452,522L628,522C750,556 844,590 854,730Z'
    shift = 'transform="translate(-9 7)"'
    back = {'long': f'M{X(-1.15)},{Y(-.5)}C{X(-1.3)},{Y(-1.6)} {X(1.3)},{Y(-1.6)} {X(1.15)},{Y(-.5)}C{X(1.3)},{Y(.6)} {X(1.35)},{Y(1.2)} {X(1.1)},{Y(1.7)}L{X(-1.1)},{Y(1.7)}C{X(-1.35)},{Y(1.2)} {X(-1.3)},{Y(.6)} {X(-1.15)},{Y(-.5)}Z',
            'bob': f'M{X(-1.12)},{Y(-.4)}C{X(-1.35)},{Y(-1.6)} {X(1.35)},{Y(-1.6)} {X(1.12)},{Y(-.4)}C{X(1.35)},{Y(.2)} {X(1.25)},{Y(.7)} {X(1)},{Y(.8)}L{X(-1)},{Y(.8)}C{X(-1.25)},{Y(.7)} {X(-1.35)},{Y(.2)} {X(-1.12)},{Y(-.4)}Z',
            'hijab': f'M{X(-1.2)},{Y(-.2)}C{X(-1.35)},{Y(-1.75)} {X(1.35)},{Y(-1.75)} {X(1.2)},{Y(-.2)}C{X(1.25)},{Y(.7)} {X(1.5)},{Y(1.2)} {X(1.9)},{Y(1.75)}C{X(.9)},{Y(2.3)} {X(-.9)},{Y(2.3)} {X(-1.9)},{Y(1.75)}C{X(-1.5)},{Y(1.2)} {X(-1.25)},{Y(.7)} {X(-1.2)},{Y(-.2)}Z'}.get(cut)
    if cut == 'bun':
        s.circ(X(.2), Y(-1.36), 56, hair, more=shift); s.circ(X(.2), Y(-1.36), 56, 'none', LINE, 6)
    if back and cut != 'hijab':
        s.path(back, hair, more=shift); s.path(back, 'none', LINE, 6)
    neck = f'M{X(-.48)},{Y(.7)}L{X(-.5)},560C{X(-.2)},{Y(1.95)} {X(.2)},{Y(1.95)} {X(.5)},560L{X(.48)},{Y(.7)}Z'
    s.path(body, cloth, more=shift)
    s.path(neck, skin, more=shift)
    s.path(f'M{X(-.48)},{Y(.95)}C{X(-.2)},{Y(1.35)} {X(.3)},{Y(1.3)} {X(.5)},{Y(.9)}V{Y(.7)}H{X(-.48)}Z', LINE, more='fill-opacity=".2"')
    s.path(body, 'none', LINE, 6)
    if pattern == 'suit':
        s.path('M452,522L540,700L628,522L600,500H480Z', '#f7f3ea', LINE, 5); s.path('M540,590L518,620L534,730H548L564,620Z', '#a33b36', LINE, 5)
        s.path('M452,522L392,560L440,610L410,632L520,730M628,522L688,560L640,610L670,632L560,730', 'none', LINE, 6)
    elif pattern == 'shirt':
        s.path('M456,520L420,566L508,640L540,588L572,640L660,566L624,520', '#f7f3ea', LINE, 6); s.line([(540, 600), (540, 730)], LINE, 5)
        for y in (640, 690): s.circ(552, y, 5, LINE)
    elif cut != 'hijab':
        s.path('M446,526C470,610 610,610 634,526', 'none', LINE, 6)
    if pattern in ('weave', 'batik'):
        for i in range(15):
            for j in range(4):
                x, y = 290 + i * 36 + (j % 2) * 18, 606 + j * 34
                if abs(x - 540) < (60 if y < 630 else 0) or y < 560 + abs(x - 540) * .32: continue
                if pattern == 'weave': s.path(f'M{x-11},{y}L{x},{y-12}L{x+11},{y}L{x},{y+12}Z', 'none', '#f6efe0', 3, 'stroke-opacity=".75"')
                else: s.circ(x, y, 9, 'none', '#f6efe0', 3, 'stroke-opacity=".75"'); s.circ(x, y, 3, '#f6efe0')
    s.path(neck, 'none', LINE, 5) if cut != 'hijab' else None
    if cut == 'hijab':
        s.path(back, hair, more=shift); s.path(back, 'none', LINE, 6)
    else:
        for d in (-1, 1):
            e = f'M{X(d*.98)},{Y(-.2)}C{X(d*1.25)},{Y(-.4)} {X(d*1.25)},{Y(.3)} {X(d*.94)},{Y(.25)}'
            s.path(e, skin, more=shift); s.path(e, 'none', LINE, 5)
    s.path(head, skin, more=shift)
    s.defs.append(f'<clipPath id="f"><path d="{head}"/></clipPath>')
    for i in range(15):                     # shade on the right cheek
        y = Y(-.55 + i * .115)
        s.line([(X(.64 + .1 * math.sin(i)), y), (X(1.1), y - 26)], LINE, 2.6, 'stroke-opacity=".5" clip-path="url(#f)"')
    s.circ(X(-.52), Y(.4), 27, '#d9573f', more='fill-opacity=".22"'); s.circ(X(.52), Y(.4), 27, '#d9573f', more='fill-opacity=".22"')
    s.path(head, 'none', LINE, 6)
    top = {'side': f'M{X(-1.04)},{Y(-.2)}C{X(-1.22)},{Y(-1.1)} {X(-.8)},{Y(-1.5)} {X(.1)},{Y(-1.42)}C{X(.9)},{Y(-1.4)} {X(1.2)},{Y(-.9)} {X(1.04)},{Y(-.2)}L{X(.86)},{Y(-.55)}C{X(.5)},{Y(-.62)} {X(.0)},{Y(-.7)} {X(-.35)},{Y(-1)}C{X(-.5)},{Y(-.75)} {X(-.75)},{Y(-.62)} {X(-.86)},{Y(-.5)}Z',
           'bun': f'M{X(-1.03)},{Y(-.1)}C{X(-1.2)},{Y(-1.5)} {X(1.2)},{Y(-1.5)} {X(1.03)},{Y(-.1)}C{X(.9)},{Y(-.6)} {X(.5)},{Y(-.85)} {X(0)},{Y(-.95)}C{X(-.5)},{Y(-.85)} {X(-.9)},{Y(-.6)} {X(-1.03)},{Y(-.1)}Z',
           'long': f'M{X(-1.08)},{Y(.2)}C{X(-1.25)},{Y(-1.5)} {X(1.25)},{Y(-1.5)} {X(1.08)},{Y(.2)}C{X(.95)},{Y(-.5)} {X(.6)},{Y(-.7)} {X(.3)},{Y(-1)}C{X(0)},{Y(-.7)} {X(-.85)},{Y(-.6)} {X(-1.08)},{Y(.2)}Z',
           'bob': f'M{X(-1.1)},{Y(.1)}C{X(-1.3)},{Y(-1.5)} {X(1.3)},{Y(-1.5)} {X(1.1)},{Y(.1)}C{X(1)},{Y(-.5)} {X(.9)},{Y(-.55)} {X(.7)},{Y(-.62)}C{X(.2)},{Y(-.52)} {X(-.4)},{Y(-.56)} {X(-.7)},{Y(-.6)}C{X(-.95)},{Y(-.5)} {X(-1)},{Y(-.3)} {X(-1.1)},{Y(.1)}Z',
           'thin': f'M{X(-1.03)},{Y(-.1)}C{X(-1.15)},{Y(-.7)} {X(-1)},{Y(-1)} {X(-.72)},{Y(-1.12)}C{X(-.85)},{Y(-.8)} {X(-.9)},{Y(-.5)} {X(-1.03)},{Y(-.1)}ZM{X(1.03)},{Y(-.1)}C{X(1.15)},{Y(-.7)} {X(1)},{Y(-1)} {X(.72)},{Y(-1.12)}C{X(.85)},{Y(-.8)} {X(.9)},{Y(-.5)} {X(1.03)},{Y(-.1)}Z',
           'cap': f'M{X(-1.04)},{Y(-.52)}L{X(-.88)},{Y(-1.42)}C{X(-.4)},{Y(-1.55)} {X(.4)},{Y(-1.55)} {X(.88)},{Y(-1.42)}L{X(1.04)},{Y(-.52)}C{X(.5)},{Y(-.68)} {X(-.5)},{Y(-.68)} {X(-1.04)},{Y(-.52)}Z'}.get(cut)
    if top:
        s.path(top, hair, more=shift); s.path(top, 'none', LINE, 6)
    if cut == 'curly':
        for i in range(17):
            w = math.pi * (i / 16) + math.pi
            s.circ(X(1.0 * math.cos(w)), Y(-.42 + .86 * math.sin(w)) - 8, 34 + 6 * (i % 3), hair)
        for i in range(15):
            w = math.pi * (i / 14) + math.pi
            s.path(f'M{X(.98*math.cos(w))-14},{Y(-.45+.9*math.sin(w))}a14,14 0 1 1 22,8', 'none', '#4a4650', 4)
    if cut == 'hijab':                      # folds
        s.path(f'M{X(-1)},{Y(-.3)}C{X(-1.02)},{Y(-1.3)} {X(1.02)},{Y(-1.3)} {X(1)},{Y(-.3)}C{X(.9)},{Y(-.75)} {X(.5)},{Y(-.9)} {X(0)},{Y(-.92)}C{X(-.5)},{Y(-.9)} {X(-.9)},{Y(-.75)} {X(-1)},{Y(-.3)}Z', hair, LINE, 5)
        s.path(f'M{X(-.7)},{Y(.95)}C{X(-.2)},{Y(1.5)} {X(.6)},{Y(1.5)} {X(1.3)},{Y(1.25)}M{X(-1)},{Y(1.2)}C{X(-.4)},{Y(1.8)} {X(.5)},{Y(1.9)} {X(1.5)},{Y(1.65)}M{X(1.05)},{Y(-.6)}C{X(1.16)},{Y(.1)} {X(1.0)},{Y(.7)} {X(.6)},{Y(1.05)}', 'none', LINE, 4)
    if cut in ('side', 'bun', 'long', 'bob'):
        for i in range(5):
            t = -.55 + i * .26
            s.path(f'M{X(t)},{Y(-1.22)}Q{X(t-.16)},{Y(-1.1)} {X(t-.3)},{Y(-.86)}', 'none', '#ffffff', 3, 'stroke-opacity=".28"')
    brow = '#75757c' if age == 2 else LINE
    for d in (-1, 1):
        ex, ey = X(d * .42), Y(-.16)
        s.path(f'M{ex-34},{ey-4}Q{ex},{ey-26} {ex+34},{ey-2}Q{ex},{ey+14} {ex-34},{ey-4}Z', '#fffaf0', LINE, 4)
        s.circ(ex + 4, ey - 5, 11.5, LINE); s.circ(ex + 8, ey - 9, 3.4, '#ffffff')
        s.path(f'M{ex-36},{ey-5}Q{ex},{ey-30} {ex+37},{ey-3}', 'none', LINE, 6)
        s.path(f'M{ex-d*28-6*d},{ey-46}Q{ex+d*6},{ey-62} {ex+d*44},{ey-42}', 'none', brow, 9)
        if age: s.path(f'M{ex-24},{ey+24}Q{ex},{ey+33} {ex+24},{ey+22}', 'none', LINE, 2.6)
        if age == 2: s.path(f'M{ex+d*46},{ey}l{d*16},-8M{ex+d*46},{ey+8}l{d*15},4', 'none', LINE, 2.6)
        if age: s.path(f'M{X(d*.3)},{Y(.36)}Q{X(d*.52)},{Y(.5)} {X(d*.5)},{Y(.68)}', 'none', LINE, 3)
    if age == 2 and cut in ('thin',): s.path(f'M{X(-.5)},{Y(-.82)}Q{X(0)},{Y(-.9)} {X(.5)},{Y(-.82)}M{X(-.4)},{Y(-.68)}Q{X(0)},{Y(-.75)} {X(.4)},{Y(-.68)}', 'none', LINE, 2.6)
    s.path(f'M{X(.06)},{Y(-.1)}Q{X(.2)},{Y(.22)} {X(.2)},{Y(.3)}Q{X(.06)},{Y(.42)} {X(-.12)},{Y(.34)}', 'none', LINE, 5)
    m = smile * 20
    s.path(f'M{X(-.36)},{Y(.62)-m*.5}Q{X(0)},{Y(.66)+m} {X(.36)},{Y(.62)-m*.5}', '#a8433a' if smile > .6 else 'none', LINE, 6)
    s.path(f'M{X(-.14)},{Y(.76)+m*.3}Q{X(0)},{Y(.8)+m*.3} {X(.14)},{Y(.76)+m*.3}', 'none', LINE, 3)
    if beard == 'moustache': s.path(f'M{X(0)},{Y(.46)}C{X(-.2)},{Y(.4)} {X(-.42)},{Y(.5)} {X(-.46)},{Y(.62)}C{X(-.2)},{Y(.56)} {X(.2)},{Y(.56)} {X(.46)},{Y(.62)}C{X(.42)},{Y(.5)} {X(.2)},{Y(.4)} {X(0)},{Y(.46)}Z', '#6d665f', LINE, 4)
    if beard == 'goatee': s.path(f'M{X(-.26)},{Y(.84)}Q{X(0)},{Y(.78)} {X(.26)},{Y(.84)}Q{X(.22)},{Y(1.12)} {X(0)},{Y(1.18)}Q{X(-.22)},{Y(1.12)} {X(-.26)},{Y(.84)}Z', hair, LINE, 4)
    if beard == 'stubble':
        for i in range(70):
            w, r = rs.uniform(.25, 2.9), rs.uniform(.72, .96)
            x, y = X(.82 * r * math.cos(w)), Y(.2 + .8 * r * math.sin(w))
            if abs(x - 540) > 50 or y > Y(.84): s.line([(x, y), (x + 1, y + 6)], LINE, 2, 'stroke-opacity=".5"')
    if specs:
        for d in (-1, 1):
            ex, ey = X(d * .42), Y(-.14)
            if specs == 'round': s.circ(ex, ey, 46, '#ffffff', LINE, 6, 'fill-opacity=".16"')
            elif specs == 'square': s.rect(ex - 48, ey - 34, 96, 66, '#ffffff', 14, f'fill-opacity=".16" stroke="{LINE}" stroke-width="7"')
            else: s.path(f'M{ex-44},{ey+6}Q{ex-42},{ey+46} {ex},{ey+46}Q{ex+42},{ey+46} {ex+44},{ey+6}Z', '#ffffff', LINE, 5, 'fill-opacity=".2"')
            s.line([(ex + d * 46, ey), (X(d * 1.0), ey - 8)], LINE, 5)
        s.path(f'M{X(-.05)},{Y(-.16)}Q540,{Y(-.24)} {X(.05)},{Y(-.16)}', 'none', LINE, 6)
    return s.image()


VIEWS = {name: (lambda rs, name=name: draw(name, rs)) for name in FACES}
