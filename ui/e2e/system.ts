// SPDX-License-Identifier: Apache-2.0
// The real thing for browser tests: platform and virtual plant as processes of their own, and a browser from the PATH.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Browser, chromium } from "playwright-core";

const home = resolve(import.meta.dirname, "../..");

export type System = {
  address: string;
  /** The one-time password of the user "admin". */
  password: string;
  data: string;
  /** Port of the embedded broker. */
  mqttPort: number;
  /** Ends the virtual plant as a power cut would. */
  cutPlant: () => void;
  stop: () => Promise<void>;
};

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? done(address.port) : failed(new Error("no port"))));
    });
  });
}

/** Starts one command of the program with the options every start shares. */
function start(name: string, log: string, memory: string, args: string[]): ChildProcess {
  const file = openSync(log, "w");
  const script = `home=${JSON.stringify(home)}; source "$home/build/toolchain.sh"; find_jdk
    exec "$JAVA_HOME/bin/java" -Xmx${memory} "\${java_options[@]}" -cp "$home/cli/target/classes:$home/cli/target/lib/*" org.millwright.cli.Millwright ${name} "$@"`;
  return spawn("bash", ["-c", script, name, ...args], { stdio: ["ignore", file, file] });
}

const exited = (process: ChildProcess): boolean => process.exitCode !== null || process.signalCode !== null;

function stopped(process: ChildProcess): Promise<void> {
  if (exited(process)) return Promise.resolve();
  return new Promise((done) => {
    process.once("exit", () => done());
    process.kill("SIGTERM");
    setTimeout(() => process.kill("SIGKILL"), 15_000).unref();
  });
}

/** Asks again and again until `probe` gives something; says `what` was awaited when it never does. */
export async function eventually<T>(what: string, seconds: number, probe: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for ${what}`);
    await new Promise((wait) => setTimeout(wait, 250));
  }
}

export type Options = { plant?: boolean; plantOptions?: string[] };

/** Platform and plant on free ports with an empty data folder. */
export async function startSystem({ plant = true, plantOptions = [] }: Options = {}): Promise<System> {
  if (!existsSync(join(home, "cli/target/lib"))) throw new Error("cli/target/lib is missing. Maybe run ./test, which builds it first.");
  const data = mkdtempSync(join(tmpdir(), "millwright-e2e-"));
  const [port, mqttPort] = [await freePort(), await freePort()];
  const address = `http://127.0.0.1:${port}`;
  const demo = plant ? ["--demo"] : [];
  const platform = start("serve", join(data, "platform.log"), "1200m", ["--port", `${port}`, "--mqtt-port", `${mqttPort}`, "--data", data, ...demo]);
  const processes = [platform];
  const stop = async () => {
    for (const process of [...processes].reverse()) await stopped(process);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await eventually("the platform to answer", 180, async () => {
      if (exited(platform)) throw new Error(readFileSync(join(data, "platform.log"), "utf8").slice(-4000));
      const answer = await fetch(`${address}/api/session`).catch(() => undefined);
      return answer?.status === 401 ? true : undefined;
    });
    const passwordFile = join(data, "administrator-password");
    const password = await eventually("the first password", 120, () => (existsSync(passwordFile) ? readFileSync(passwordFile, "utf8").trim() || undefined : undefined));
    if (plant) {
      const credentials = join(data, "demo/plant-credentials.properties");
      await eventually("the plant's credentials", 120, () => (existsSync(credentials) ? true : undefined));
      processes.push(start("plant", join(data, "plant.log"), "400m", ["--broker", `127.0.0.1:${mqttPort}`, "--credentials", credentials, ...plantOptions]));
    }
    const cutPlant = () => processes.slice(1).forEach((process) => process.kill("SIGKILL"));
    return { address, password, data, mqttPort, cutPlant, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function findChromium(): string {
  const named = process.env["CHROMIUM"];
  if (named) return named;
  for (const name of ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]) {
    const found = spawnSync("bash", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim();
    if (found) return found;
  }
  throw new Error("The browser tests need Chromium and found none. Maybe: apt-get install chromium, or set CHROMIUM to a browser's path.");
}

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    // Without a sandbox of its own it also runs in a container as root; it visits this machine only.
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}
