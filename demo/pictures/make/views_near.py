"""Sea, rain, woods, night and things close by, in the manner of photographs."""
import numpy as np
from light import *


def grains(rs, img, items, sun=(-.5, -.6, .62), focus=.5, depth=26):
    """Shaded ellipsoids from back to front: (x, y, a, b, angle, colour, gloss)."""
    x, y = grid()
    s = np.array(sun) / np.linalg.norm(sun)
    for cx, cy, a, b, t, c, gloss in items:
        r = max(a, b) + 3
        x0, x1, y0, y1 = int(max(0, cx - r)), int(min(W, cx + r)), int(max(0, cy - r)), int(min(H, cy + r))
        if x1 <= x0 or y1 <= y0:
            continue
        dx, dy = x[y0:y1, x0:x1] - cx, y[y0:y1, x0:x1] - cy
        u, v = (dx * np.cos(t) + dy * np.sin(t)) / a, (-dx * np.sin(t) + dy * np.cos(t)) / b
        q = u * u + v * v
        m = 1 - step(.9, 1.05, q)
        nz = np.sqrt(np.clip(1 - q, 0, 1))
        nx, ny = u * np.cos(t) - v * np.sin(t), u * np.sin(t) + v * np.cos(t)
        d = np.clip(nx * s[0] + ny * s[1] + nz * s[2], 0, 1)
        hot = np.clip(2 * d * nz - s[2], 0, 1) ** 26 * gloss
        p = img[y0:y1, x0:x1]
        shade = c * (.2 + .95 * d)[..., None] * (.55 + .45 * nz)[..., None] + hot[..., None]
        img[y0:y1, x0:x1] = mix(p * (1 - .3 * (1 - step(.9, 1.5, q)))[..., None], shade, m)
    return img


def field(img, sharp, far=13):
    """Keep a band of rows sharp and blur the rest."""
    x, y = grid()
    t = np.clip(np.abs(y - sharp) / 330, 0, 1) ** 1.2
    return mix(mix(img, blur(img, far // 3), step(.15, .5, t)), blur(img, far), step(.45, 1, t))


def butir_pasir(rs):                        # sand, very close
    n = fbm(rs, 1024, 1.2)
    img = np.ones((H, W, 3), np.float32) * A(70, 54, 38)
    tones = [A(214, 190, 150), A(190, 158, 112), A(236, 222, 196), A(150, 116, 84), A(110, 100, 94), A(226, 200, 140), A(176, 120, 84)]
    items = []
    for _ in range(2400):
        y = 900 * rs.rand() ** .8 - 30
        k = (10 + 34 * (y / H)) * rs.uniform(.6, 1.25)
        items.append((rs.uniform(-30, W + 30), y, k, k * rs.uniform(.62, .95), rs.uniform(0, 3.1), tones[rs.randint(7)] * rs.uniform(.8, 1.1), rs.choice([.15, .5, 1.1])))
    img = grains(rs, img, sorted(items, key=lambda i: i[1] + rs.uniform(-8, 8)))
    img = img * (.86 + .28 * n[:H, :1024].repeat(2, 1)[:, :W])[..., None]
    return lens(field(img, 520, 15), rs, .3, .42, .018, .012)


def tomat_peti(rs):                         # a crate full of tomatoes, some past their day
    img = np.ones((H, W, 3), np.float32) * A(40, 20, 14)
    items = []
    for row in range(9):
        y = -20 + row * 104 + row * row * 1.2
        k = 58 + row * 6.4
        for i in range(-1, 15):
            x = i * k * 1.62 + (row % 2) * k * .8 + rs.uniform(-.36, .36) * k
            c = [A(226, 50, 30), A(206, 34, 26), A(238, 84, 34), A(186, 28, 24), A(240, 128, 50)][rs.choice(5, p=[.36, .3, .16, .1, .08])]
            if rs.rand() < .12:
                c = A(110, 62, 40)
            k2 = k * rs.uniform(.84, 1.14)
            items.append((x, y + rs.uniform(-.32, .32) * k, k2, k2 * rs.uniform(.82, .96), rs.uniform(-.5, .5), c, .85 if c[1] < .4 else .2))
    img = grains(rs, img, items, (-.35, -.75, .55))
    x, y = grid()
    for cx, cy, a, b, t, c, g in items:
        if rs.rand() < .55:
            sx, sy, r = cx + a * rs.uniform(-.3, .3), cy - b * rs.uniform(.25, .5), a * .34
            for j in range(5):
                w = j * 1.257 + rs.uniform(-.2, .2)
                d = np.abs((x - sx) * np.sin(w) - (y - sy) * np.cos(w) * 1.5)
                e = (x - sx) * np.cos(w) + (y - sy) * np.sin(w) * 1.5
                y0, y1 = int(max(0, sy - r)), int(max(0, min(H, sy + r)))
                x0, x1 = int(max(0, sx - r)), int(max(0, min(W, sx + r)))
                m = ((e > 0) & (e < r) & (d < (1 - e / r) * r * .16 + 1))[y0:y1, x0:x1].astype(np.float32)
                img[y0:y1, x0:x1] = mix(img[y0:y1, x0:x1], A(52, 88, 34) + 0 * img[y0:y1, x0:x1], m * .9)
    return lens(field(img, 430, 12), rs, .25, .45, .02)


def laut_fajar(rs):                         # open sea from a ship's rail, an island far off
    b = fbm(rs, 1024, 1.8)
    img = sky(rs, 400, ((0, A(58, 84, 130)), (.5, A(150, 150, 176)), (.85, A(240, 186, 150)), (1, A(255, 206, 150))), (860, 388), A(255, 186, 110), 300, 20, (.56, A(106, 104, 134), A(255, 194, 150), .8))
    x, y = grid()
    top = 398 - 60 * np.exp(-((x - 330) / 150) ** 2) - 30 * np.exp(-((x - 480) / 90) ** 2) - 6 * at(b, x, x * 0 + 40)
    img = mix(img, A(92, 84, 112) + 0 * img, step(top, top + 2, y) * (np.abs(x - 380) < 330) * (y < 401) * .92)
    m = (y >= 400).astype(np.float32)
    img = water(img, m, 400, rs, 30, A(16, 40, 60), .84, 900, 46, 1.35, .8)
    spark = np.exp(-((x - 860) / np.maximum(26 + (y - 400) * .4, 9)) ** 2) * (at(b, x * 3, y * 11 + 200) > .62) * m
    img = img + blur(spark.astype(np.float32), 1)[..., None] * A(255, 196, 130) * .6
    def rail(d):
        d.rectangle((0, 1490, 2560, 1526), fill=255)
        d.rectangle((0, 1622, 2560, 1640), fill=230)
        for k in range(-1, 6):
            d.rectangle((180 + k * 520, 1500, 204 + k * 520, 1706), fill=255)
    r = blur(silhouette(rail), 3)
    return lens(mix(img, A(30, 28, 36) + 0 * img, r), rs, .35, .36)


def badai_laut(rs):                         # a wall of cloud over a grey sea
    a, b = fbm(rs, 1024, 1.9), fbm(rs, 1024, 1.4)
    x, y = grid()
    img = ramp(y / 470, (0, A(34, 42, 52)), (.55, A(70, 80, 90)), (.82, A(128, 140, 140)), (1, A(196, 200, 184)))
    n = at(a, x * .8 + 50 * at(b, x * .5, y), y * 1.6) * .7 + at(b, x * 1.5, y * 2.4) * .3
    shelf = 330 - 120 * ((x - 500) / 900) ** 2 + 26 * at(a, x * 1.2, x * 0 + 9)
    d = step(shelf + 18, shelf - 40, y)
    img = mix(img, ramp(n + (shelf - y) / 900, (.1, A(30, 36, 46)), (.6, A(74, 84, 96)), (1, A(120, 130, 138))), d * .95)
    rain = at(b, x * 2.2 - y * .35, y * .08) * step(shelf - 10, shelf + 60, y) * np.exp(-((x - 380) / 330) ** 2)
    img = mix(img, A(92, 102, 110) + 0 * img, rain * .85)
    img = water(img, (y >= 470).astype(np.float32), 470, rs, 46, A(26, 42, 48), .7, 900, 34, 1.25, .9)
    foam = step(.80, .9, at(b, (x - 640) / np.maximum(y - 462, 4) * 230, 60000 / np.maximum(y - 462, 4))) * (y > 480)
    img = img + (foam * .2 * step(470, 640, y))[..., None]
    def bolt(d):
        px, py = 1860, 520
        while py < 936:
            nx, ny = px + rs.uniform(-34, 34), py + rs.uniform(14, 44)
            d.line((px, py, nx, min(ny, 938)), fill=255, width=6)
            if rs.rand() < .3:
                bx, by = nx, ny
                for _ in range(rs.randint(2, 6)):
                    cx, cy = bx + rs.uniform(-20, 50), by + rs.uniform(10, 34)
                    d.line((bx, by, cx, min(cy, 938)), fill=150, width=3); bx, by = cx, cy
            px, py = nx, ny
    m = silhouette(bolt) * (y < 469)
    img = img + (m * 1.2 + blur(m, 9) * 1.4 + blur(m, 46) * 2)[..., None] * A(226, 222, 255)
    return lens(img, rs, .25, .4, .03)


def kaca_hujan(rs):                         # a city at night through a wet pane
    img = np.ones((H, W, 3), np.float32) * A(12, 15, 26) + ramp(grid()[1] / H, (0, A(10, 14, 30)), (.6, A(40, 32, 44)), (1, A(16, 14, 20)))
    hues = [A(255, 180, 90), A(255, 120, 60), A(255, 70, 60), A(120, 190, 255), A(255, 220, 170), A(110, 230, 180)]
    spots = [(rs.uniform(-20, W + 20), 480 + rs.normal() * 120, rs.uniform(22, 62), hues[rs.choice(6, p=[.3, .16, .16, .12, .2, .06])], rs.uniform(.14, .5)) for _ in range(74)]
    img = lights(img, spots)
    img = blur(img, 4)
    base, x, y = img.copy(), *grid()
    for _ in range(620):
        r = rs.choice([3, 4, 6, 9, 13, 19], p=[.3, .26, .2, .14, .07, .03]) * rs.uniform(.8, 1.2)
        cx, cy = rs.uniform(0, W), rs.uniform(0, H)
        x0, x1, y0, y1 = (int(max(0, v)) for v in (cx - r - 2, cx + r + 3, cy - r * 1.2 - 2, cy + r * 1.2 + 3))
        u, v = (x[y0:y1, x0:x1] - cx) / r, (y[y0:y1, x0:x1] - cy) / (r * 1.15)
        q = u * u + v * v
        sx = np.clip(cx - u * 150, 0, W - 1).astype(int)
        sy = np.clip(470 - v * 210, 0, min(H - 1, 852)).astype(int)
        c = base[sy, sx] * 1.25 + .35 * np.exp(-((u + .35) ** 2 + (v + .45) ** 2) * 30)[..., None]
        c = c * (1 - .75 * step(.5, 1, q))[..., None]
        img[y0:y1, x0:x1] = mix(img[y0:y1, x0:x1], c, 1 - step(.85, 1.05, q))
    return lens(img, rs, .5, .4, .03)


def hutan_kabut(rs):                        # trunks in morning mist, the light from behind
    a, b = fbm(rs, 1024, 1.8), fbm(rs, 1024, 1.3)
    x, y = grid()
    glow = np.exp(-np.hypot(x - 760, (y - 300) * 1.1) / 330)
    img = mix(A(96, 112, 92) + 0 * x[..., None], A(250, 240, 196) + 0 * x[..., None], glow * 1.1)
    for i in range(8):
        t = i / 7
        def trunks(d):
            for _ in range(int(26 - 17 * t)):
                cx, w, lean = rs.uniform(-80, 2640), (7 + 74 * t * t) * rs.uniform(.6, 1.3), rs.uniform(-60, 60)
                d.polygon([(cx - w, 1760), (cx - w * .55 + lean, -20), (cx + w * .5 + lean, -20), (cx + w, 1760)], fill=255)
                for _ in range(3):
                    yy = rs.uniform(0, 1100)
                    d.line((cx + lean * .5, yy, cx + rs.choice([-1, 1]) * rs.uniform(60, 320), yy - rs.uniform(20, 220)), fill=255, width=int(3 + w * .2))
        leaf = step(.60 - .05 * t, .72, at(b, x * (2.6 - 1.8 * t) + i * 170, y * (2.6 - 1.8 * t))) * step(300 + 160 * t, 40, y + 120 * at(a, x, y * 0 + i * 70))
        ground = step(560 + 170 * t, 600 + 190 * t, y + 50 * at(a, x * (1.5 - t) + i * 90, y * .3))
        m = np.maximum(np.maximum(silhouette(trunks), leaf), ground)
        m = blur(m, 1 + int(abs(t - .62) * 5))
        c = mix(A(206, 210, 172), A(20, 26, 20), t ** .8)
        c = mix(c + 0 * img, c + A(70, 62, 30), glow * .8)
        img = mix(img, c * (.84 + .3 * at(b, x * 1.6, y * .7)[..., None]), m)
        img = img + (glow * .05)[..., None] * A(255, 240, 190)
    for k in range(9):
        w = .25 + k * .3 + rs.uniform(-.08, .08)
        d = np.abs((x - 760) * np.sin(w) - (y - 180) * np.cos(w)) / (20 + np.hypot(x - 760, y - 180) * .05)
        img = img + (np.exp(-d * d) * ((x - 760) * np.cos(w) + (y - 180) * np.sin(w) > 0) * np.exp(-np.hypot(x - 760, y - 180) / 420) * .2)[..., None] * A(255, 240, 190)
    return lens(img, rs, .3, .4, .024)


def meteor_langit(rs):                      # stars, the milky way, one bright streak over palms
    a, b = fbm(rs, 1024, 2.0), fbm(rs, 1024, 1.3)
    x, y = grid()
    img = ramp(y / H, (0, A(8, 12, 30)), (.6, A(22, 32, 58)), (.85, A(58, 62, 76)), (1, A(96, 84, 76)))
    band = np.exp(-(((x - 300) * .62 - (y - 40) * .9 + 60 * (at(a, x, y) - .5)) / 150) ** 2)
    img = img + (band * (.10 + .2 * at(b, x, y) * at(a, x * 1.4, y * 1.4)))[..., None] * A(210, 196, 220)
    s = np.zeros((H, W), np.float32)
    for _ in range(2600):
        s[rs.randint(H), rs.randint(W)] += rs.rand() ** 7 * 2.2 + .12
    for _ in range(1700):
        yy, xx = rs.randint(H), rs.randint(W)
        s[yy, xx] += band[yy, xx] * .5
    s = s + blur(s, 1) * 2.6
    img = img + s[..., None] * A(240, 240, 255)
    t = np.clip(((x - 470) * 420 + (y - 90) * 250) / (420 ** 2 + 250 ** 2), 0, 1)
    d = np.hypot(x - 470 - 420 * t, y - 90 - 250 * t)
    w = .5 + 3.2 * t ** 2
    img = img + (np.exp(-(d / w) ** 2) * t ** 1.3 * 1.9 + np.exp(-d / (4 + 24 * t)) * t ** 2 * .32)[..., None] * A(214, 255, 226)
    top = 740 - 40 * at(a, x * .7, x * 0 + 5) - 14 * at(b, x * 1.4, x * 0 + 90)
    def palms(d):
        for px, py, k in ((300, 1500, 1.1), (420, 1530, .8), (2050, 1510, 1.25), (2230, 1540, .85), (1860, 1560, .7)):
            d.line([(px + 40 * k * (i / 10) ** 2, py - i * 42 * k) for i in range(11)], fill=255, width=int(14 * k))
            for f in range(13):
                w = -3.5 + 3.86 * (f + rs.uniform(.2, .8)) / 13
                L = rs.uniform(150, 205) * k
                q = [(px + 40 * k + np.cos(w) * L * i / 12, py - 420 * k + np.sin(w) * L * .8 * i / 12 + 105 * k * (i / 12) ** 2) for i in range(13)]
                d.line(q, fill=255, width=int(6 * k))
                for i in range(2, 13):
                    e = 34 * k * (1 - (i - 5) ** 2 / 90)
                    d.line([q[i], (q[i][0] + np.cos(w) * 10 * k - 6, q[i][1] + e)], fill=255, width=3)
                    d.line([q[i], (q[i][0] + np.cos(w) * 14 * k + 8, q[i][1] + e * .7)], fill=255, width=3)
    m = np.maximum(step(top, top + 3, y), silhouette(palms))
    return lens(mix(img, A(7, 8, 12) + 0 * img, m), rs, .5, .34, .03)


VIEWS = {'butir-pasir': butir_pasir, 'tomat-peti': tomat_peti, 'laut-fajar': laut_fajar, 'badai-laut': badai_laut,
         'kaca-hujan': kaca_hujan, 'hutan-kabut': hutan_kabut, 'meteor-langit': meteor_langit}
