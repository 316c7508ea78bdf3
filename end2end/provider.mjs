// A provider of OpenID Connect:   node end2end/provider.mjs PORT REDIRECT_URI…
// Whoever signs in there is who they say. An address that begins with `belum` is not verified.
import { createServer } from "node:http";
import Provider from "oidc-provider";

const [port, ...redirect_uris] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;

const provider = new Provider(issuer, {
  clients: [{ client_id: "warta", client_secret: "a secret of this test, long enough", redirect_uris }],
  pkce: { required: () => true },
  claims: { openid: ["sub"], email: ["email", "email_verified"] },
  // The claims stand in the ID token itself.
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  findAccount: (_, sub) => ({
    accountId: sub,
    claims: () => ({ sub, email: sub, email_verified: !sub.startsWith("belum") }),
  }),
});

const FORM = `<!doctype html><html lang="en"><title>Provider</title><link rel="icon" href="data:,"><form method="post">
  <label>Login <input name="login"></label> <button>Go on</button></form></html>`;

async function interact(request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (request.method === "GET" && prompt.name === "login") {
    response.setHeader("content-type", "text/html").end(FORM);
    return;
  }
  let body = "";
  for await (const part of request) body += part;
  const accountId = session?.accountId ?? new URLSearchParams(body).get("login");
  const grant = new provider.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(request, response, { login: { accountId }, consent });
}

const answer = provider.callback();
createServer((request, response) => {
  if (request.url.startsWith("/interaction/")) {
    interact(request, response).catch((error) => response.writeHead(500).end(String(error)));
  } else {
    answer(request, response);
  }
}).listen(Number(port), "127.0.0.1");
