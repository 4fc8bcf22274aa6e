// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from "vite";
import { fakeServer, type Amount } from "./dev/fake";

// FAKE=nothing|a-little|a-lot answers /api from memory; without it /api goes to a real server.
const fake = process.env["FAKE"] as Amount | undefined;
const server = process.env["SERVER"] ?? "http://localhost:8080";

export default defineConfig(({ command }) => ({
  plugins: command === "serve" && fake ? [fakeServer(fake)] : [],
  esbuild: { jsx: "automatic" },
  build: {
    target: "es2022",
    // One style sheet: it is small, and lazily loaded screens then appear without a flash.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
  },
  server: fake ? {} : { proxy: { "/api": { target: server, changeOrigin: false } } },
}));
