// Proofs of style.mjs.

/** A stylesheet and its import, so that only its own rule can break. */
const sheet = (text) => ({ "style/main.css": `@import "layout/page.css" layer(layout);\n`, "style/layout/page.css": text });
const tokens = (text) => ({ "style/main.css": `@import "tokens/all.css";\n`, "style/tokens/all.css": text });

const each = (property, values) => values.map((value) => `  ${property}: ${value}; <-- breach`).join("\n");
const UNITS = "px rem em rch ch rex ex cap ic pt pc cm mm in q vw vh vi vb vmin vmax ms s".split(" ");

export const STYLE_PROOFS = [
  {
    rule: "colours-in-tokens",
    breaks: sheet(`/* #fff is only said here */
.page {
  color: #1d1a16; <-- breach
  background: rgb(0 0 0 / 50%); <-- breach
  border: var(--line) solid
    Tomato; <-- breach
  --shade: oklch(0.7 0.1 30); <-- breach
${each("color", ["hsl(1 1% 1%)", "hwb(1 1% 1%)", "lab(1 1 1)", "lch(1 1 1)", "oklab(1 1 1)", "color(srgb 1 1 1)"])}
  box-shadow: 0 0 var(--line) black <-- breach
}
`),
    keeps: sheet(`#add:hover, .red:focus, a[href="#fff"] { color: var(--color-red); }
.page {
  color: transparent;
  border-color: currentcolor;
  fill: inherit;
  white-space: nowrap;
  content: "red" / "";
  transition: white-space var(--duration);
  background: color-mix(in oklch, var(--color-accent) 20%, transparent) url(#bed);
  mask-image: linear-gradient(black, transparent);
}
`),
  },
  { rule: "colours-in-tokens", breaks: sheet(`.a { mask: linear-gradient(red, black); } <-- breach\n`), keeps: tokens(`:root { --a: #fff; }\n`) },
  {
    rule: "sizes-in-tokens",
    breaks: sheet(`.page {
  padding: 0 1rem; <-- breach
  margin: calc(var(--space-s) * -1) -2px; <-- breach
  inline-size: .5em; <-- breach
  block-size: 100vh; <-- breach
  transition: color 150ms; <-- breach
  --gap: 3CH; <-- breach
${each("gap", UNITS.map((unit) => `1.5${unit}`))}
}
@media (width >= 60rem) {
  .page { gap: 2.5rem; } <-- breach
}
`),
    keeps: sheet(`/* 3px */
@import url("https://example.com/1px.css") screen and (min-width: 60rem);
@media (min-width: 60rem) {
  .page-2em {
    padding: 0 var(--space-2s);
    inline-size: calc(100% - var(--space-1rem));
    min-block-size: 80svb;
    grid-template-columns: repeat(12, 1fr);
    rotate: 180deg;
    line-height: 1.5;
    transition-delay: 0s;
    content: "3px";
    unicode-range: U+0020-007E, U+2E00;
  }
}
@container page (inline-size < 30rem) {
  a:hover { color: inherit; }
}
`),
  },
  { rule: "sizes-in-tokens", breaks: sheet(`.a { gap: 1px } <-- breach\n`), keeps: tokens(`:root { --a: 1px; }\n`) },
  {
    rule: "stylesheet-of-component",
    breaks: {
      "style/main.css": `@import "components/quota-meter.css";\n`,
      "style/components/quota-meter.css": `.quota-meter { gap: 0; } <-- breach\n`,
      "app/src/pages/quota_meter.rs": `//! A page is no component.\n`,
    },
    keeps: {
      "style/main.css": `@import "components/quota-meter.css";\n@import "components/gate.css";\n@import "components/skip-link.css";\n`,
      "style/components/quota-meter.css": `.quota-meter { gap: 0; }\n`,
      "style/components/gate.css": `.gate { gap: 0; }\n`,
      "style/components/skip-link.css": `.skip-link { gap: 0; }\n`,
      "app/src/components/quota_meter.rs": `//! A component.\n`,
      "app/src/islands/gate.rs": `//! An island.\n`,
    },
  },
  {
    rule: "stylesheet-imported-once",
    breaks: {
      "style/main.css": `@layer base;
@import "base/reset.css" layer(base);
/* @import "base/print.css"; */
@import "base/reset.css"; <-- breach
@import "base/gone.css"; <-- breach
`,
      "style/base/reset.css": `a { gap: 0; }\n`,
      "style/base/print.css": `a { gap: 0; } <-- breach\n`,
    },
    keeps: {
      "style/main.css": `/* Not @import "base/gone.css". */\n@import url("base/reset.css") layer(base);\n@import 'base/print.css';\n`,
      "style/base/reset.css": `a { gap: 0; }\n`,
      "style/base/print.css": `a { gap: 0; }\n`,
      "style/lite.css": `a { gap: 0; }\n`,
      "public/other.css": `a { color: red; gap: 1px; }\n`,
    },
  },
];
