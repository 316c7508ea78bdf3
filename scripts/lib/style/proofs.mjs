// Planted sheets: every line with a mark is to be found by one of the rules, every other line to be spared by all of them.
const COLOURS = ["color-no-hex", "color-named", "function-disallowed-list"];
const SIZES = ["unit-disallowed-list"];
const each = (property, values) => values.map((value) => `  ${property}: ${value}; /* planted */`).join("\n");
const UNITS = "px rem em rch ch rex ex cap ic pt pc cm mm in q vw vh vi vb vmin vmax ms s".split(" ");

export const PROOFS = [
  {
    rule: COLOURS,
    sheet: `/* #fff is only said here */
.page {
  color: #1d1a16; /* planted */
  color: #FFF; /* planted */
  background: rgb(0 0 0 / 50%); /* planted */
  border: var(--line) solid
    Tomato; /* planted */
  --shade: oklch(0.7 0.1 30); /* planted */
  --shade: #fff; /* planted */
  --shade: red; /* planted */
${each("color", ["hsl(1 1% 1%)", "HSLA(1 1% 1%)", "rgba(0, 0, 0, 1)", "hwb(1 1% 1%)", "lab(1 1 1)", "lch(1 1 1)", "oklab(1 1 1)", "color(srgb 1 1 1)"])}
  mask: linear-gradient(red, var(--shade)); /* planted */
  background: color-mix(in oklch, gold 20%, transparent); /* planted */
  box-shadow: 0 0 var(--line) black /* planted */
}
@media (width >= 60rem) {
  .page { outline-color: white; } /* planted */
}
`,
  },
  {
    rule: COLOURS,
    sheet: `#add:hover, .red:focus, a[href="#fff"] { color: var(--color-red); }
.page {
  color: transparent;
  border-color: currentcolor;
  fill: inherit;
  white-space: nowrap;
  content: "red" / "";
  transition: white-space var(--duration);
  background: color-mix(in oklch, var(--color-accent) 20%, transparent) url(#bed);
  background: url("gold.png") url(tan.png);
}
`,
  },
  {
    rule: SIZES,
    sheet: `.page {
  padding: 0 1rem; /* planted */
  margin: calc(var(--space-s) * -1) -2px; /* planted */
  inline-size: .5em; /* planted */
  block-size: 100vh; /* planted */
  inline-size: min(100%, 12rem); /* planted */
  inline-size: var(--width, 20rem); /* planted */
  transition: color 150ms; /* planted */
  --gap: 3CH; /* planted */
${each("gap", UNITS.map((unit) => `1.5${unit}`))}
  gap: 1e3px /* planted */
}
@media (width >= 60rem) {
  .page { gap: 2.5rem; } /* planted */
}
`,
  },
  {
    rule: SIZES,
    sheet: `/* 3px */
@import url("https://example.com/1px.css") screen and (min-width: 60rem);
@media (min-width: 60rem) and (height < 30em) {
  .page-2em {
    padding: 0 var(--space-2s);
    inline-size: calc(100% - var(--space-1rem));
    min-block-size: 80svb;
    grid-template-columns: repeat(12, 1fr);
    rotate: 180deg;
    line-height: 1.5;
    content: "3px";
    background: url(3px.png);
    unicode-range: U+0020-007E, U+2E00;
  }
}
@container page (inline-size < 30rem) {
  a:hover { color: inherit; }
}
`,
  },
  { rule: [...COLOURS, ...SIZES], path: "tokens/all.css", sheet: `:root { --a: #fff; --b: red; --c: rgb(0 0 0); --d: 1px; }\n` },
  {
    rule: ["no-unknown-custom-properties"],
    sheet: `.page {
  --own: 1;
  color: var(--color-txet); /* planted */
  color: var(--color-text);
  order: var(--own);
  gap: var(--never-set, 0);
}
`,
  },
  {
    rule: ["selector-class-pattern", "property-no-unknown", "declaration-property-value-no-unknown", "declaration-block-no-duplicate-properties"],
    sheet: `.siteHeader { order: 1; } /* planted */
.site_header { order: 1; } /* planted */
.site-header__a__b { order: 1; } /* planted */
.site-header__sections--open { order: 1; }
.page { colour: inherit; } /* planted */
.page { display: blok; } /* planted */
.page {
  order: 1; /* planted */
  gap: 0;
  order: 2;
}
`,
  },
];
