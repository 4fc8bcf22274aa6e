// SPDX-License-Identifier: Apache-2.0
// An edge node "line" with a device "saw" whose metric "speed" counts up ten times a second.
// Arguments: broker URL, user, password, group, node, "aliases" or "names". Ends when its standard input does:
// with a line "bye" it says goodbye first, else it drops the connection as a crash would.
"use strict";
const sparkplug = require("sparkplug-client");

const [serverUrl, username, password, groupId, edgeNode, mode] = process.argv.slice(2);
const aliases = mode === "aliases";
const client = sparkplug.newClient({
  serverUrl,
  username,
  password,
  groupId,
  edgeNode,
  clientId: `${groupId}-${edgeNode}`,
  version: "spBv1.0",
  publishDeath: true,
  keepalive: 5,
});

let speed = 0;
let born = false;
const metric = (name, alias, type, value, birth) => ({
  ...(birth || !aliases ? { name } : {}),
  ...(aliases ? { alias } : {}),
  timestamp: Date.now(),
  type,
  value,
});

function birth() {
  client.publishNodeBirth({
    timestamp: Date.now(),
    metrics: [
      { name: "Node Control/Rebirth", timestamp: Date.now(), type: "Boolean", value: false },
      metric("temperature", 1, "Float", 21.5, true),
    ],
  });
  client.publishDeviceBirth("saw", {
    timestamp: Date.now(),
    metrics: [
      metric("speed", 2, "Int32", speed, true),
      metric("running", 3, "Boolean", true, true),
      metric("product", 4, "String", "棒材", true),
      metric("total", 5, "UInt64", 12345678901, true),
    ],
  });
  born = true;
}

client.on("birth", birth);
client.on("ncmd", (payload) => {
  if ((payload.metrics || []).some((each) => each.name === "Node Control/Rebirth" && each.value)) {
    process.stdout.write("rebirth asked\n");
    birth();
  }
});
client.on("dcmd", (device, payload) => {
  for (const each of payload.metrics || []) process.stdout.write(`command ${device} ${each.name} ${each.value}\n`);
});
client.on("error", (error) => process.stderr.write(`${error}\n`));

setInterval(() => {
  if (born) {
    speed += 1;
    client.publishDeviceData("saw", { timestamp: Date.now(), metrics: [metric("speed", 2, "Int32", speed, false)] });
  }
}, 100);

let said = "";
process.stdin.on("data", (chunk) => (said += chunk));
process.stdin.on("end", () => {
  if (said.includes("bye")) client.stop();
  else process.exit(1);
});
