// What a stylesheet may say: correct CSS, classes named block__element--modifier, and colours and sizes from the tokens only.
const EVERYTHING = ["/./"];
const COLOUR_FUNCTIONS = "/^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)$/i";
// Percentages, fr, deg and dppx are no sizes of their own; svb and its like follow the window.
const UNITS = "px rem em rch ch rex ex ric ic rcap cap rlh pt pc cm mm in q vw vh vi vb vmin vmax ms s".split(" ");
const WORD = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";

const TOKENS_ONLY = {
  "color-no-hex": true,
  "color-named": "never",
  "function-disallowed-list": [COLOUR_FUNCTIONS],
  "unit-disallowed-list": [UNITS, { ignoreMediaFeatureNames: Object.fromEntries(UNITS.map((unit) => [unit, EVERYTHING])) }],
};

export default {
  extends: ["stylelint-config-standard"],
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  referenceFiles: ["tokens/*.css"],
  rules: {
    ...TOKENS_ONLY,
    // A name that no token and no rule of the same file declares is a slip of the pen.
    "no-unknown-custom-properties": true,
    "selector-class-pattern": `^${WORD}(?:__${WORD})?(?:--${WORD})?$`,
    "import-notation": "string",
    // Newer than the list of the linter.
    "selector-pseudo-class-no-unknown": [true, { ignorePseudoClasses: ["target-current"] }],
    // Empty lines part groups of tokens and imports.
    "at-rule-empty-line-before": null,
    "comment-empty-line-before": null,
    "custom-property-empty-line-before": null,
    // It compares selectors whatever they set; what it found here sets different properties.
    "no-descending-specificity": null,
  },
  overrides: [{ files: ["tokens/*.css"], rules: Object.fromEntries(Object.keys(TOKENS_ONLY).map((rule) => [rule, null])) }],
};
