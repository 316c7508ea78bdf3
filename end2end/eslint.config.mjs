// What the compiler does not see in the tests: promises that nobody waits for, waits for nothing, assertions that may never run.
import js from "@eslint/js";
import playwright from "eslint-plugin-playwright";
import tseslint from "typescript-eslint";

// Functions that assert, beside those of Playwright: a test that only calls these asserts too.
const ASSERTING = ["expect", "look"];

export default tseslint.config(
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { files: ["**/*.mjs"], extends: [js.configs.recommended], languageOptions: { globals: { process: "readonly", Buffer: "readonly", URLSearchParams: "readonly" } } },
  {
    files: ["**/*.ts"],
    extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked, playwright.configs["flat/recommended"]],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true, argsIgnorePattern: "^_" }],
      "playwright/expect-expect": ["error", { assertFunctionNames: ASSERTING }],
      // Tables of cases need conditions. Assertions beneath them stay forbidden, see no-conditional-expect.
      "playwright/no-conditional-in-test": "off",
    },
  },
);
