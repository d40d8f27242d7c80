// An independent reader of a bundle's manifest: every resource is there, as long and with the digest it says.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const manifest = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
const wrong = manifest.resources.filter((resource) => {
  const data = readFileSync(join(folder, resource.path));
  const digest = createHash("sha256").update(data).digest("hex");
  return data.length !== resource.bytes || `sha256:${digest}` !== resource.hash;
});
console.log(JSON.stringify({ resources: manifest.resources.length, wrong: wrong.map((one) => one.path) }));
