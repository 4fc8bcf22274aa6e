// SPDX-License-Identifier: Apache-2.0
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import "./look/tokens.css";
import "./look/base.css";
import "./look/parts.css";
import "./look/oee.css";
import "./app/app.css";
import { restoreSession } from "./data/session";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
void restoreSession();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
