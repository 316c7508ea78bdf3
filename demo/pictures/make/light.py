"""Views made of light: noise, terrain, sky, water and a lens.  Every view is seeded by its picture's name."""
import io, zlib
import numpy as np
from PIL import Image, ImageDraw

W, H = 1280, 853
A = lambda *c: np.array(c, np.float32) / 255


def seeded(name):
    return np.random.RandomState(zlib.crc32(name.encode()))


def fbm(rs, n=1024, beta=2.0, m=None):
    """Tiling cloud of noise from 0 to 1; beta says how smooth."""
    m = m or n
    f = np.fft.rfft2(rs.normal(size=(n, m)))
    k = np.hypot(np.fft.fftfreq(n)[:, None] * n, np.fft.rfftfreq(m)[None] * m)
    k[0, 0] = 1
    a = np.fft.irfft2(f / k ** beta, s=(n, m)).astype(np.float32)
    lo, hi = np.percentile(a, (1, 99))
    return np.clip((a - lo) / (hi - lo), -.1, 1.1)


def at(a, x, y):
    """Bilinear sample of a tiling map at pixel coordinates."""
    n, m = a.shape
    x0, y0 = np.floor(x), np.floor(y)
    fx, fy = (x - x0).astype(np.float32), (y - y0).astype(np.float32)
    x0, y0 = x0.astype(np.int64) % m, y0.astype(np.int64) % n
    x1, y1 = (x0 + 1) % m, (y0 + 1) % n
    return (a[y0, x0] * (1 - fx) + a[y0, x1] * fx) * (1 - fy) + (a[y1, x0] * (1 - fx) + a[y1, x1] * fx) * fy


def mix(a, b, t):
    t = np.clip(t, 0, 1)
    return a * (1 - t[..., None]) + b * t[..., None] if isinstance(t, np.ndarray) and t.ndim else a * (1 - t) + b * t


def ramp(t, *stops):
    """Colour along (place, colour) stops."""
    t = np.asarray(t, np.float32)
    xs = [s[0] for s in stops]
    return np.stack([np.interp(t, xs, [s[1][i] for s in stops]) for i in range(3)], -1).astype(np.float32)


def step(a, b, t):
    t = np.clip((t - a) / (b - a), 0, 1)
    return t * t * (3 - 2 * t)


def blur(img, r):
    """Two box blurs of radius r in each direction."""
    r = int(r)
    for axis in (0, 1, 0, 1):
        pad = [(0, 0)] * img.ndim
        pad[axis] = (r + 1, r)
        c = np.cumsum(np.pad(img, pad, 'edge'), axis, dtype=np.float64)
        k, n = 2 * r + 1, img.shape[axis]
        img = ((np.take(c, range(k, k + n), axis) - np.take(c, range(n), axis)) / k).astype(np.float32)
    return img


def grid():
    y, x = np.mgrid[0:H, 0:W].astype(np.float32)
    return x, y


def sky(rs, horizon, stops, sun=None, glow=A(255, 220, 170), size=420, disc=0, clouds=None):
    """Gradient from zenith (0) to horizon (1), a sun with its glow, and clouds = (cover, dark, lit, scale)."""
    x, y = grid()
    t = np.clip(y / horizon, 0, 1)
    img = ramp(t, *stops)
    if sun:
        d = np.hypot(x - sun[0], (y - sun[1]) * 1.15)
        g = np.exp(-d / size)
        img = img + (glow - img * .35) * (g ** 1.2)[..., None]
        if disc:
            img = img + (1 - step(disc, disc + 5, np.hypot(x - sun[0], y - sun[1])))[..., None] * A(255, 240, 215)
    if clouds:
        cover, dark, lit, s = clouds
        a, b = fbm(rs, 1024, 1.75), fbm(rs, 1024, 1.35)
        v = 1 / np.maximum(horizon - y + 38, 1)
        u, w = (x - W / 2) * v * 240 * s, v * 105000 * s
        n = at(a, u, w) * .72 + at(b, u * 2.1, w * 2.1) * .28
        sx = sun[0] if sun else W / 2
        n2 = at(a, u + np.sign(sx - x) * 9, w + 7) * .72 + at(b, u * 2.1 + 9, w * 2.1 + 7) * .28
        d = step(1 - cover, 1 - cover + .34, n) * step(horizon + 4, horizon - 70, y)
        light = np.clip(.5 + (n - n2) * 3.2, 0, 1)
        if sun:
            light = np.clip(light + .6 * np.exp(-np.hypot(x - sun[0], y - sun[1]) / 300), 0, 1)
        img = mix(img, mix(dark + 0 * img, lit, light), d * .93)
    return img


class Land:
    """Terrain seen from a camera: height(x, z) gives heights, level is the water."""

    def __init__(self, height, cam=60, horizon=330, focal=900, near=18, far=5200, steps=1500, level=None, pan=0):
        self.h, self.level = height, level
        z = near * (far / near) ** (np.arange(steps, dtype=np.float32) / (steps - 1))
        col = (np.arange(W, dtype=np.float32) - W / 2 + pan) / focal
        X, Z = col[None] * z[:, None], np.repeat(z[:, None], W, 1)
        hh = height(X, Z)
        if level is not None:
            hh = np.maximum(hh, level)
        ys = horizon + (cam - hh) * focal / Z
        low = np.minimum.accumulate(ys, 0)
        rows = np.arange(H, dtype=np.float32)
        s = np.empty((H, W), np.int64)
        for c in range(W):
            s[:, c] = np.searchsorted(-low[:, c], -rows - .5)
        self.hit = s < steps
        s = np.minimum(s, steps - 1)
        cols = np.arange(W)[None]
        p = np.maximum(s - 1, 0)
        y1, y0 = ys[s, cols], ys[p, cols]
        f = np.clip((y0 - rows[:, None] - .5) / np.maximum(y0 - y1, 1e-3), 0, 1)
        f = np.where(y0 > low[p, cols] + .01, 1, f)
        self.z = z[p] * (1 - f) + z[s] * f
        self.x = col[None] * self.z
        self.y = height(self.x, self.z)
        self.wet = self.hit & (self.y <= level) if level is not None else np.zeros_like(self.hit)
        self.cam, self.horizon, self.focal = cam, horizon, focal

    def normal(self, e=.004):
        d = np.maximum(self.z * e, .5)
        nx = (self.h(self.x - d, self.z) - self.h(self.x + d, self.z)) / (2 * d)
        nz = (self.h(self.x, self.z - d) - self.h(self.x, self.z + d)) / (2 * d)
        n = np.stack([nx, np.ones_like(nx), nz], -1)
        return n / np.linalg.norm(n, axis=-1, keepdims=True)

    def shadow(self, sun, reach=220, k=14, soft=6):
        """1 in the light, 0 behind something higher towards the sun (x, y, z)."""
        lit = np.ones_like(self.z)
        for i in range(1, k + 1):
            t = reach * (i / k) ** 1.6
            over = self.h(self.x + sun[0] * t, self.z + sun[2] * t) - self.y - sun[1] * t
            lit = np.minimum(lit, 1 - np.clip(over / soft, 0, 1))
        return lit

    def shade(self, colour, sun, light, ambient, e=.004, reach=220):
        s = np.array(sun, np.float32)
        s /= np.linalg.norm(s)
        n = self.normal(e)
        d = np.clip((n * s).sum(-1), 0, 1) * (self.shadow(s, reach) if reach else 1)
        return colour * (d[..., None] * light + (.55 + .45 * n[..., 1:2]) * ambient)

    def fog(self, img, colour, k, base=None, scale=60):
        """Distance haze, denser below base."""
        t = self.z * k
        if base is not None:
            t = t * (.35 + np.exp(-(np.maximum(self.y, self.level if self.level is not None else -1e9) - base) / scale))
        return mix(img, colour, 1 - np.exp(-t))


def water(img, mask, horizon, rs, wave=26, tint=A(20, 40, 50), keep=.72, focal=900, cam=60, beta=1.5, stretch=.5):
    """Mirror what is above the horizon into the masked part, broken by waves."""
    x, y = grid()
    d = np.maximum(y - horizon, 1.5)
    z = cam * focal / d
    n = fbm(rs, 1024, beta)
    u, v = (x - W / 2) / focal * z * 2.2 * stretch, z * 2.2
    g = (at(n, u, v) - at(n, u, v + 2.5)) * 3 + (at(n, u * 3 + 99, v * 3) - at(n, u * 3 + 99, v * 3 + 2.5)) * 2
    g = g * np.clip(90 / z, .12, 1.6) ** .4
    ym = horizon - horizon * (1 - np.exp(-d * .92 / horizon)) + g * wave * (1 + d / 90) - 3
    ym = np.clip(ym, 0, max(horizon - 1, 1))
    src = img[ym.astype(np.int64), np.clip(x + g * wave * .25, 0, W - 1).astype(np.int64)]
    fres = np.clip(keep - d / H * .45 + g * .35, .08, 1)
    return mix(img, mix(tint + 0 * img, src, fres), mask.astype(np.float32))


def lights(img, spots):
    """Out-of-focus lights: (x, y, radius, colour, strength)."""
    x, y = grid()
    for cx, cy, r, c, s in spots:
        x0, x1, y0, y1 = (int(max(0, v)) for v in (cx - r - 4, cx + r + 5, cy - r - 4, cy + r + 5))
        d = np.hypot(x[y0:y1, x0:x1] - cx, y[y0:y1, x0:x1] - cy)
        m = (1 - step(r - 2, r + 2, d)) * (.72 + .28 * (d / r) ** 4)
        img[y0:y1, x0:x1] += m[..., None] * c * s
    return img


def silhouette(draw):
    """Mask from a drawing at double size: draw(d) with coordinates of the doubled picture."""
    im = Image.new('L', (W * 2, H * 2), 0)
    draw(ImageDraw.Draw(im))
    return np.asarray(im.resize((W, H), Image.LANCZOS), np.float32) / 255


def lens(img, rs, bloom=.25, vignette=.3, grain=.022, warm=0, contrast=1.08, gamma=1.0):
    x, y = grid()
    img = np.clip(img, 0, 4)
    img = img + blur(np.clip(img - .72, 0, 2), 24) * bloom
    img = img / (1 + np.clip(img - .8, 0, 4) * .55)
    img = np.clip((img - .5) * contrast + .5, 0, 1) ** gamma
    img = img * (1 - vignette * (((x / W - .5) ** 2 + (y / H - .5) ** 2) / .5) ** 1.1)[..., None]
    img = img + warm * np.array([1, .2, -.8], np.float32)
    g = blur(rs.normal(size=(H, W)).astype(np.float32), 1) * 2.2
    img = img + (g * grain * .55 * (1.2 - img.mean(-1)))[..., None]
    return Image.fromarray((np.clip(img, 0, 1) * 255 + .5).astype(np.uint8))


def jpeg(im, limit=67_000, qualities=(82, 78, 74, 70, 66, 61, 56, 50, 44, 38, 32)):
    """The best quality that keeps the file small."""
    for q in qualities:
        b = io.BytesIO()
        im.save(b, 'JPEG', quality=q, progressive=True, optimize=True)
        if b.tell() <= limit:
            break
    return b.getvalue(), q
