"""Landscapes in the manner of photographs: bays, terraces, fog, rivers, a smoking cone."""
import numpy as np
from light import *


def kabut_lembah(rs):                       # ridges above a sea of fog, early
    a, b = fbm(rs, 1024, 2.1), fbm(rs, 1024, 1.6)
    h = lambda x, z: 210 * np.abs(at(a, x * .32 + 300, z * .32)) ** 1.6 * np.clip(z / 700, .35, 1.6) + 26 * at(b, x * 1.3, z * 1.3) + 3 * at(b, x * 7, z * 7)
    img = sky(rs, 300, ((0, A(120, 150, 190)), (.6, A(214, 196, 186)), (1, A(252, 214, 168))), (900, 262), A(255, 206, 140), 330, 0, (.42, A(190, 170, 176), A(255, 226, 196), 1))
    l = Land(h, 205, 330, 1000, 60, 6500)
    c = ramp(at(b, l.x * 3, l.z * 3) * .6 + at(b, l.x * 9, l.z * 9) * .4, (0, A(26, 44, 34)), (1, A(74, 98, 62)))
    g = l.shade(c, (.7, .45, .5), A(300, 230, 170), A(110, 130, 160))
    g = l.fog(g, A(236, 206, 178), .00052, 62, 46)
    return lens(mix(img, g, l.hit.astype(np.float32)), rs, .3, .34, warm=.01)


def sawah_teras(rs):                        # flooded rice terraces with the sky in them
    a, b = fbm(rs, 1024, 2.3), fbm(rs, 1024, 1.5)
    def h(x, z):
        v = 120 * at(a, x * .5 + 120, z * .5 + 40) + z * .085
        k = 7.5
        q = v / k
        f = q - np.floor(q)
        return (np.floor(q) + step(.84, 1, f)) * k + 1.6 * step(.7, .84, f) * (1 - step(.92, 1, f))
    img = sky(rs, 250, ((0, A(96, 132, 176)), (.7, A(206, 206, 206)), (1, A(248, 226, 190))), (330, 200), A(255, 220, 160), 360, 0, (.5, A(166, 166, 178), A(255, 236, 210), 1.2))
    l = Land(h, 205, 250, 880, 70, 2600, 2200)
    v = (120 * at(a, l.x * .5 + 120, l.z * .5 + 40) + l.z * .085) / 7.5
    f = v - np.floor(v)
    pond = (1 - step(.64, .72, f))
    kind = at(b, np.floor(v) * 37.7, np.floor(l.x / 90 + np.floor(v) * .7) * 13)
    green = ramp(at(b, l.x * 5, l.z * 5), (0, A(38, 62, 22)), (.6, A(92, 128, 44)), (1, A(150, 168, 78)))
    g = l.shade(green, (-.6, .5, .6), A(270, 226, 170), A(110, 130, 150), .002, 90)
    x, y = grid()
    mirror = ramp(step(250, 853, y), (0, A(244, 226, 200)), (.5, A(196, 204, 210)), (1, A(110, 142, 178))) * (.86 + .2 * at(b, x * .6, y * 2.4))[..., None]
    mirror = mirror + .5 * np.exp(-np.abs(x - 330 - (y - 250) * .08) / 150)[..., None] * A(255, 214, 150)
    g = mix(g, mirror, pond * step(.30, .42, kind) * .92)
    g = l.fog(g, A(232, 214, 190), .0006)
    return lens(mix(img, g, l.hit.astype(np.float32)), rs, .28, .3)


def teluk_pagi(rs):                         # a bay with islands, first light
    a, b = fbm(rs, 1024, 2.2), fbm(rs, 1024, 1.6)
    def h(x, z):
        v = 420 * (at(a, x * .42 + 540, z * .30 + 310) - .56) + 18 * at(b, x, z) + 4 * at(b, x * 5, z * 5)
        return v - 60 * np.exp(-((x + 100) / (160 + z * .22)) ** 2) - 40 * np.exp(-z / 700) + step(2200, 4200, z) * 90
    img = sky(rs, 330, ((0, A(70, 96, 140)), (.55, A(188, 170, 178)), (1, A(255, 200, 140))), (520, 306), A(255, 190, 110), 300, 16, (.46, A(120, 112, 136), A(255, 202, 156), .9))
    l = Land(h, 95, 330, 820, 40, 7000, level=4)
    c = ramp(at(b, l.x * 4, l.z * 4), (0, A(22, 40, 28)), (1, A(72, 92, 52)))
    g = l.shade(c, (-.1, .3, .95), A(230, 170, 110), A(120, 120, 146))
    g = l.fog(g, A(244, 190, 150), .00036, 30, 60)
    img = mix(img, g, (l.hit & ~l.wet).astype(np.float32))
    img = water(img, l.wet, 330, rs, 16, A(24, 44, 66), .86, 820, 95)
    x, y = grid()
    spark = np.exp(-((x - 520) / (30 + (y - 330) * .35)) ** 2) * step(332, 360, y) * (.35 + .9 * (at(b, x * 2.4, y * 9) > .66))
    img = img + (spark * l.wet)[..., None] * A(255, 190, 120) * .55
    return lens(img, rs, .35, .35)


def sungai_pasir(rs):                       # a braided river between bars of sand, from the air
    a, b = fbm(rs, 1024, 2.0), fbm(rs, 1024, 1.4)
    mid = lambda z: 150 * np.sin(z / 330 + 1) + 70 * np.sin(z / 140 + 2) - 60
    def h(x, z):
        d = np.abs(x - mid(z)) / (120 + 20 * np.sin(z / 200))
        bars = 5 * (at(a, x * 1.1, z * .5) - .52)
        return np.where(d < 1, bars, 0) + step(.9, 1.2, d) * (10 + 9 * at(b, x * 1.6, z * 1.6)) + step(1.2, 3.4, d) * 150 * np.clip(at(a, x * .3, z * .3), 0, 2) ** 1.5
    img = sky(rs, 170, ((0, A(150, 174, 200)), (1, A(228, 224, 214))), (1000, 120), A(255, 240, 210), 400, 0, (.4, A(190, 190, 196), A(250, 246, 238), 1))
    l = Land(h, 300, 170, 900, 150, 6000, level=0)
    d = np.abs(l.x - mid(l.z)) / (120 + 20 * np.sin(l.z / 200))
    sand = ramp(at(b, l.x * 3, l.z * 3), (0, A(150, 128, 98)), (1, A(214, 194, 158)))
    c = fbm(rs, 1024, .9)
    tree = ramp(at(b, l.x * 2, l.z * 2) * .35 + at(c, l.x * 4.5, l.z * 4.5) * .65, (.2, A(20, 32, 20)), (.55, A(58, 78, 44)), (1, A(126, 134, 82)))
    g = l.shade(mix(sand, tree, step(.98, 1.15, d)), (.6, .6, .3), A(240, 220, 186), A(116, 130, 146))
    x, y = grid()
    flow = ramp(at(a, l.x * 2, l.z * .7), (0, A(112, 94, 66)), (1, A(166, 146, 112))) + (at(b, l.x * 3, l.z * 1.2) ** 4)[..., None] * .18
    g = mix(g, flow, l.wet.astype(np.float32))
    g = l.fog(g, A(214, 214, 206), .00030)
    return lens(mix(img, g, l.hit.astype(np.float32)), rs, .2, .3)


def sabana(rs):                             # dry hills, late afternoon
    a, b = fbm(rs, 1024, 2.4), fbm(rs, 1024, 1.3)
    h = lambda x, z: 260 * at(a, x * .62 + 260, z * .62 + 90) ** 2 * np.clip(z / 900, .2, 1.5) + 1.4 * at(b, x * 1.8, z * 1.8)
    img = sky(rs, 330, ((0, A(64, 112, 170)), (.7, A(160, 190, 208)), (1, A(240, 222, 186))), (100, 250), A(255, 214, 150), 300, 0, (.34, A(176, 180, 192), A(255, 244, 226), 1))
    l = Land(h, 150, 300, 900, 40, 6000)
    t = at(b, l.x * 3, l.z * 3) * .7 + at(b, l.x * 9, l.z * 9) * .3
    c = ramp(t, (0, A(128, 92, 44)), (.6, A(206, 164, 88)), (1, A(234, 204, 130)))
    bush = step(.72, .76, at(fbm(rs, 1024, 1.0), l.x * 2.2, l.z * 2.2)) * step(.62, .4, at(a, l.x * .62 + 260, l.z * .62 + 90))
    g = l.shade(mix(c, A(58, 66, 34) + 0 * c, bush), (-.85, .3, .25), A(330, 260, 170), A(86, 96, 124), .004, 500)
    g = l.fog(g, A(226, 206, 180), .00022)
    return lens(mix(img, g, l.hit.astype(np.float32)), rs, .25, .32, warm=.01)


def tumalun_asap(rs):                       # a volcano smoking at dusk
    a, b = fbm(rs, 1024, 2.0), fbm(rs, 1024, 1.5)
    def h(x, z):
        r = np.hypot(x - 150, z - 3300)
        cone = 1250 * np.exp(-r / 900) * (1 - .06 * at(b, x * .35, z * .35)) - 130 * np.exp(-(r / 95) ** 2)
        return cone + 90 * at(a, x * .3, z * .3) * np.clip(z / 800, .25, 1) + 5 * at(b, x * 2, z * 2)
    img = sky(rs, 480, ((0, A(34, 44, 84)), (.5, A(120, 92, 128)), (.85, A(236, 146, 110)), (1, A(255, 186, 120))), (240, 470), A(255, 150, 80), 380, 0, (.32, A(84, 66, 96), A(246, 150, 120), 1))
    x, y = grid()
    t = np.clip((262 - y) / 262, 0, 1)
    cx = 672 + 300 * t ** 1.4
    n = at(a, x * 1.1 - y * .5, y * 1.1 + x * .15) * .6 + at(b, x * 2.2, y * 2.2) * .4
    s = step(1, .25, np.abs(x - cx) / (16 + 190 * t ** .75) + (n - .5) * 1.5) * step(274, 262, y)
    lit = np.clip(.4 + (n - at(a, (x + 12) * 1.1 - y * .5, y * 1.1 + x * .15) * .6 - at(b, (x + 8) * 2.2, y * 2.2) * .4) * -4, 0, 1)
    img = mix(img, mix(A(66, 56, 78) + 0 * img, A(226, 150, 130), lit), s * .94)
    l = Land(h, 120, 500, 760, 30, 6000)
    c = ramp(at(b, l.x * 3, l.z * 3), (0, A(26, 30, 30)), (1, A(72, 74, 62)))
    g = l.shade(c, (-.9, .25, .1), A(250, 140, 90), A(84, 86, 124), .004, 500)
    g = l.fog(g, A(176, 116, 116), .00022, 60, 120)
    img = mix(img, g, l.hit.astype(np.float32))
    for _ in range(46):
        px, py = rs.uniform(60, 1220), rs.uniform(640, 760)
        img = lights(img, [(px, py, rs.uniform(1.6, 3), A(255, 206, 130), 1.1)])
    return lens(img, rs, .3, .35)


VIEWS = {'kabut-lembah': kabut_lembah, 'sawah-teras': sawah_teras, 'teluk-pagi': teluk_pagi,
         'sungai-pasir': sungai_pasir, 'sabana': sabana, 'tumalun-asap': tumalun_asap}
