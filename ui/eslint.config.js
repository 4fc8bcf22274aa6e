// SPDX-License-Identifier: Apache-2.0
import hooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import ts from "typescript-eslint";

export default defineConfig(
  { ignores: ["dist", "target", "node_modules"] },
  ts.configs.strict,
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/language/{en,zh-CN}.ts"],
    plugins: { "react-hooks": hooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "max-lines": ["error", { max: 500, skipBlankLines: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
    },
  },
  { files: ["**/*.mjs"], extends: [ts.configs.disableTypeChecked] },
);
