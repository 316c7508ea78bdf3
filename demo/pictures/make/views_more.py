"""More views in the manner of photographs: wet pitch, dew, moon, tidal flat."""
import numpy as np
from light import *


def stadion_hujan(rs):                      # floodlights over a flooded pitch
    a, b = fbm(rs, 1024, 1.8), fbm(rs, 1024, 1.2)
    x, y = grid()
    img = ramp(y / 420, (0, A(10, 14, 24)), (1, A(46, 54, 66))) * (.8 + .4 * at(a, x, y))[..., None]
    stand = step(330 - .00012 * (x - 640) ** 2, 334 - .00012 * (x - 640) ** 2, y)
    img = mix(img, ramp((y - 270) / 160, (0, A(16, 18, 26)), (1, A(34, 38, 46))) + (at(b, x * 4, y * 6) ** 6 * .16)[..., None], stand)
    img = mix(img, A(150, 156, 160) + 0 * img, ((y > 420) & (y < 436)) * .5)
    z = 5200 / np.maximum(y - 424, 2)
    u = (x - 640) * z / 640
    mow = (np.floor(z * .11) % 2) * .16
    grass = ramp(at(b, u * 6, z * 9) * .6 + at(a, u * 2, z * 2) * .4, (0, A(24, 58, 28)), (1, A(70, 126, 58))) * (.9 + mow)[..., None]
    mark = np.maximum(np.exp(-((y - 520 - .06 * (x - 300)) / 3.4) ** 2), np.exp(-((x - 240 - (y - 436) * -.75) / (1 + (y - 436) * .018)) ** 2) * (y > 440))
    grass = mix(grass, A(206, 214, 206) + 0 * grass, mark * .75)
    pitch = step(436, 442, y)
    img = mix(img, grass, pitch)
    spots = []
    for cx, cy, k in ((170, 120, 1.0), (455, 176, .62), (835, 176, .62), (1112, 120, 1.0)):
        img = mix(img, A(20, 22, 28) + 0 * img, (np.abs(x - cx) < 5 * k) * (y > cy) * (y < 420))
        for i in range(5):
            for j in range(3):
                spots.append((cx + (i - 2) * 22 * k, cy + (j - 1) * 20 * k, 8.5 * k, A(240, 246, 255), 1.7))
        g = np.hypot(x - cx, y - cy)
        img = img + (.62 * np.exp(-g / (70 * k)) + .24 * np.exp(-g / (260 * k)))[..., None] * A(214, 228, 255)
    img = lights(img, spots)
    pool = step(.56, .7, at(a, u * 1.1 + 40, z * .7)) * step(450, 500, y)
    img = water(img, pool * .92, 436, rs, 15, A(20, 30, 34), .95, 900, 30, 1.4, .8)
    rain = sum(at(fbm(rs, 1024, .3), x * s - y * .12 * s, y * .035 * s) for s in (1.0, .6)) / 2
    img = img + (step(.62, .86, rain) * .13)[..., None] * A(220, 230, 250)
    return lens(img, rs, .55, .42, .03)


def embun_daun(rs):                         # dew on a leaf
    a, b = fbm(rs, 1024, 1.9), fbm(rs, 1024, 1.3)
    x, y = grid()
    t = np.hypot(x - 1500, y + 900) * 0 + (x * .36 + y * .93)
    rib = (x * .93 - y * .36) - 380
    side = (t + np.abs(rib) * .62 + 20 * at(a, x, y)) / 118
    f = side - np.floor(side)
    v = np.exp(-((f - .5) / .055) ** 2) * .5
    bulge = np.sin(f * np.pi) * .0 + np.cos((f - .5) * 2 * np.pi) * -.13
    c = ramp(.42 + bulge * 1.1 + .3 * (at(b, x * .8, y * .8) - .5) + .12 * (at(b, x * 3, y * 3) - .5), (0, A(14, 46, 16)), (.5, A(48, 108, 36)), (1, A(134, 176, 74)))
    c = mix(c, A(150, 184, 96) + 0 * c, v)
    c = mix(c, A(178, 204, 124) + 0 * c, np.exp(-(rib / 12) ** 2) * .85)
    img = c * (.55 + .75 * np.exp(-np.hypot(x - 380, y - 200) / 620))[..., None]
    back = ramp(at(a, x * .5, y * .5), (0, A(10, 24, 14)), (1, A(60, 92, 50)))
    edge = step(-8, 8, 1010 - x - .55 * y + 90 * np.sin(y / 300) + 180)
    img = mix(blur(back, 30), img, edge)
    img = lights(img, [(rs.uniform(860, 1300), rs.uniform(-20, 500), rs.uniform(26, 70), A(170, 200, 120), rs.uniform(.06, .22)) for _ in range(26)])
    img = field(img, 470, 11)
    for _ in range(170):
        r = rs.choice([4, 7, 11, 18, 30], p=[.34, .3, .2, .11, .05]) * rs.uniform(.8, 1.25)
        cx, cy = rs.uniform(0, 930), rs.uniform(150, 800)
        if 1010 - cx - .55 * cy + 150 < r * 3:
            continue
        x0, x1, y0, y1 = (int(max(0, q)) for q in (cx - r * 1.5, cx + r * 1.5 + 1, cy - r * 1.5, cy + r * 1.5 + 1))
        u, w = (x[y0:y1, x0:x1] - cx) / r, (y[y0:y1, x0:x1] - cy) / (r * .94)
        q = u * u + w * w
        p = img[y0:y1, x0:x1]
        p = p * (1 - .45 * np.exp(-((u - .22) ** 2 + (w - .3) ** 2) * 1.6) * (q > .9))[..., None]
        body = p * (.62 + .75 * np.clip((u + w) * .6 + .35, 0, 1.2))[..., None] * (1 - .4 * step(.72, 1, q))[..., None]
        body = body + (1.1 * np.exp(-((u + .38) ** 2 + (w + .42) ** 2) * 34) + .22 * np.exp(-((u - .5) ** 2 + (w - .5) ** 2) * 9))[..., None]
        img[y0:y1, x0:x1] = mix(p, body, 1 - step(.88, 1.06, q))
    return lens(img, rs, .3, .42, .02)


def field(img, sharp, far):
    x, y = grid()
    t = np.clip(np.abs(y - sharp) / 420, 0, 1)
    return mix(mix(img, blur(img, 3), step(.2, .5, t)), blur(img, far), step(.5, 1, t))


def bulan_laut(rs):                         # moon over a calm strait
    b = fbm(rs, 1024, 1.7)
    img = sky(rs, 470, ((0, A(10, 16, 36)), (.7, A(34, 48, 78)), (1, A(66, 78, 100))), (470, 190), A(170, 190, 220), 190, 0, (.5, A(22, 28, 46), A(150, 162, 186), .9)) * .92
    x, y = grid()
    d = np.hypot(x - 470, y - 190)
    moon = 1 - step(40, 43, d)
    img = mix(img, A(250, 246, 230) * (1.15 - .4 * step(.45, .7, at(b, x * 6, y * 6)))[..., None], moon)
    top = 470 - 34 * at(b, x * .5, x * 0 + 30) * step(640, 900, x) - 18 * at(b, x * .8, x * 0 + 70) * step(330, 100, x)
    img = mix(img, A(14, 18, 30) + 0 * img, step(top, top + 2, y) * (y <= 471))
    img = water(img, (y > 470).astype(np.float32), 470, rs, 34, A(8, 16, 28), .8, 900, 40, 1.3, .8)
    gl = np.exp(-((x - 470) / np.maximum(30 + (y - 470) * .36, 9)) ** 2) * (y > 471) * step(.46, .74, at(b, x * 2.6, y * 10)) * np.clip(1.1 - (y - 470) / 500, 0, 1)
    img = img + (gl * .75)[..., None] * A(226, 232, 240)
    for _ in range(9):
        img = lights(img, [(rs.uniform(760, 1260), 464 + rs.uniform(-8, 4), 1.8, A(255, 200, 120), 1.2)])
    def boat(dr):
        dr.polygon([(1500, 1150), (1860, 1150), (1800, 1210), (1560, 1210)], fill=255)
        dr.line((1480, 1146, 1880, 1140), fill=255, width=8)
        dr.line((1680, 1150, 1690, 960), fill=255, width=7)
        dr.line((1440, 1196, 1920, 1190), fill=220, width=5)
        dr.ellipse((1590, 1074, 1622, 1106), fill=255); dr.polygon([(1580, 1150), (1590, 1102), (1626, 1102), (1640, 1150)], fill=255)
    m = silhouette(boat)
    img = mix(img, A(8, 10, 16) + 0 * img, np.maximum(m, np.roll(m[::-1], 357, 0) * .0))
    return lens(img, rs, .4, .36, .032)


def pantai_surut(rs):                       # ripples of a tidal flat, evening
    a, b = fbm(rs, 1024, 2.0), fbm(rs, 1024, 1.3)
    x, y = grid()
    img = sky(rs, 300, ((0, A(84, 104, 150)), (.5, A(206, 164, 160)), (1, A(255, 196, 132))), (760, 282), A(255, 170, 90), 330, 14, (.55, A(130, 104, 128), A(255, 190, 140), .9))
    d = np.maximum(y - 300, 1.5)
    z = 18000 / d
    u = (x - 640) * z / 700
    warp = 60 * at(a, u * 1.2, z * 1.2) + 14 * at(b, u * 3, z * 3)
    ph = (z + warp + .18 * u) / 5.4
    s = np.sin(ph) * np.clip(1.4 - z / 300, .1, 1)
    ds = np.cos(ph)
    src = img[np.clip(300 - d * .8 + ds * 16, 0, 299).astype(int), np.clip(x + s * 6, 0, W - 1).astype(int)]
    sand = ramp(at(b, u * 9, z * 9) * .5 + .25 + s * .2, (0, A(74, 52, 42)), (1, A(176, 132, 96)))
    sand = sand * (.72 + .5 * np.clip(ds, 0, 1))[..., None]
    wet = step(.15, -.35, s + .8 * (at(a, u * .6, z * .6) - .55))
    g = mix(sand, src * .92, np.clip(wet * .9 + step(360, 300, y) * .8, 0, 1))
    img = mix(img, g, (y >= 300).astype(np.float32))
    def walkers(dr):
        for cx, k in ((900, 1.0), (960, .8)):
            dr.ellipse((cx - 9 * k, 636 - 90 * k, cx + 9 * k, 636 - 70 * k), fill=255)
            dr.polygon([(cx - 15 * k, 636 - 70 * k), (cx + 15 * k, 636 - 70 * k), (cx + 13 * k, 636 - 26 * k), (cx - 13 * k, 636 - 26 * k)], fill=255)
            dr.line((cx - 6 * k, 636 - 28 * k, cx - 12 * k, 640), fill=255, width=int(9 * k)); dr.line((cx + 6 * k, 636 - 28 * k, cx + 12 * k, 640), fill=255, width=int(9 * k))
    m = silhouette(walkers)
    r = np.zeros_like(m); r[320:366] = m[319:273:-1] * .5
    img = mix(img, A(30, 20, 24) + 0 * img, np.maximum(m, blur(r, 2)))
    return lens(img, rs, .35, .36, .024)


def danau_tenang(rs):                       # a still lake before the wind
    a, b = fbm(rs, 1024, 2.1), fbm(rs, 1024, 1.6)
    def h(x, z):
        far = step(1500, 2600, z)
        return far * (640 * np.clip(at(a, x * .16 + 200, z * .16 + 77), 0, 2) ** 1.5 + 60 * at(b, x * .9, z * .9)) - 30 + far * 20
    img = sky(rs, 400, ((0, A(92, 134, 184)), (.6, A(176, 200, 216)), (1, A(240, 224, 204))), (1040, 330), A(255, 226, 180), 300, 0, (.48, A(176, 184, 200), A(255, 240, 226), 1))
    l = Land(h, 40, 400, 900, 60, 9000, level=0)
    c = mix(ramp(at(b, l.x * 2, l.z * 2), (0, A(34, 54, 44)), (1, A(92, 112, 80))), A(128, 122, 118), step(330, 480, l.y))
    g = l.shade(c, (.8, .4, -.2), A(270, 226, 180), A(116, 136, 166))
    g = l.fog(g, A(206, 214, 218), .00017, 10, 70)
    img = mix(img, g, (l.hit & ~l.wet).astype(np.float32))
    img = water(img, l.wet, 400, rs, 3, A(30, 56, 70), .95, 900, 40, 1.7)
    x, y = grid()
    mist = np.exp(-((y - 398) / 16) ** 2) * (.4 + .5 * at(a, x * .8, y * 3))
    img = mix(img, A(232, 230, 226) + 0 * img, mist * .8)
    def reeds(d):
        for _ in range(90):
            cx, hh = rs.normal(300, 150), rs.uniform(120, 420)
            d.line([(cx, 1720), (cx + rs.uniform(-14, 14), 1720 - hh * .6), (cx + rs.uniform(-50, 50), 1720 - hh)], fill=255, width=4)
    return lens(mix(img, A(24, 32, 26) + 0 * img, blur(silhouette(reeds), 1)), rs, .22, .3)


def senja_kota(rs):                         # roofs and towers at dusk
    b = fbm(rs, 1024, 1.5)
    img = sky(rs, 560, ((0, A(40, 54, 104)), (.45, A(138, 104, 142)), (.8, A(244, 146, 104)), (1, A(255, 196, 122))), (420, 545), A(255, 160, 80), 330, 0, (.5, A(96, 78, 116), A(255, 168, 128), 1))
    for i in range(5):
        t = i / 4
        lit = []
        def towers(d):
            cx = -60
            while cx < 2620:
                w = rs.uniform(50, 130) * (.7 + .7 * t)
                top = 1120 + 240 * t - rs.uniform(30, 330) * (1.2 - .7 * t) * (1 if rs.rand() < .7 else 1.5)
                d.rectangle((cx, top, cx + w, 1720), fill=255)
                if rs.rand() < .25:
                    d.line((cx + w / 2, top, cx + w / 2, top - rs.uniform(20, 90)), fill=255, width=4)
                if t > .7 and rs.rand() < .6:
                    d.polygon([(cx - 12, top), (cx + w / 2, top - 46), (cx + w + 12, top)], fill=255)
                for yy in np.arange(top + 16, 1690, 26):
                    for xx in np.arange(cx + 10, cx + w - 12, 22):
                        if rs.rand() < .05 + .09 * t:
                            lit.append((xx, yy))
                cx += w + rs.uniform(-6, 30)
        m = silhouette(towers)
        c = mix(A(196, 120, 112), A(20, 20, 36), t ** .7)
        img = mix(img, c * (.92 + .14 * at(b, grid()[0], grid()[1])[..., None]), blur(m, 1 + (i == 4) * 2))
        def panes(d):
            for xx, yy in lit:
                d.rectangle((xx, yy, xx + 9, yy + 12), fill=int(rs.uniform(130, 255)))
        p = blur(silhouette(panes), 1)
        img = img + (p * (.3 + .7 * t))[..., None] * A(255, 206, 130) * 1.1
    return lens(img, rs, .45, .32, .026)


VIEWS = {'stadion-hujan': stadion_hujan, 'embun-daun': embun_daun, 'bulan-laut': bulan_laut, 'pantai-surut': pantai_surut,
         'danau-tenang': danau_tenang, 'senja-kota': senja_kota}
