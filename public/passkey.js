// Passkeys: what the browser must do itself, because the WebAuthn API takes and gives objects that only it makes. Loaded by the
// island `AccountForms` where there is something to do.
const prefix = /^\/(?:id|en)(?=\/|$)/.exec(location.pathname)?.[0] ?? "";
const post = async (endpoint, fields = {}) => {
  const answer = await fetch(`${prefix}/api/${endpoint}`, { method: "POST", headers: { accept: "application/json" }, body: new URLSearchParams(fields) });
  const said = await answer.json().catch(() => ({}));
  // Nobody is signed in any more, or too long ago for an account without a password.
  if (["signed_out", "not_fresh"].includes(said.code)) location.assign(`${prefix}/masuk?return_to=${prefix}/akun`);
  if (!answer.ok) throw Object.assign(new Error(endpoint), { code: said.code });
  return said;
};

const known = () => window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.PublicKeyCredential.parseCreationOptionsFromJSON;

// The browser asks one question at a time: what waits in the list of a field makes way for a button.
let waiting;
// Questions are asked one after the other, because the browser remembers the last one only.
let asked = Promise.resolve();

/** Makes a key on this device for the reader who is signed in and types the password once more. */
async function add(current_password) {
  const { publicKey } = JSON.parse(await post("begin_passkey", { current_password }));
  const key = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) });
  return (await post("finish_passkey", { answer: JSON.stringify(key) })).path;
}

/** Signs in; `mediation` is "conditional" for the list of a field, which waits until somebody chooses. */
async function sign(return_to, mediation) {
  waiting?.abort();
  waiting = new AbortController();
  const { signal } = waiting;
  asked = asked.catch(() => {}).then(() => post("begin_signature"));
  const { publicKey } = JSON.parse(await asked);
  signal.throwIfAborted();
  const key = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey), mediation, signal });
  return (await post("finish_signature", { answer: JSON.stringify(key), return_to })).path;
}

/** Wakes the buttons that have come since the last time, and offers keys in the list of the field above. */
async function prepare() {
  if (!known()) return;
  const offers = await PublicKeyCredential.isConditionalMediationAvailable?.();
  for (const button of document.querySelectorAll("[data-passkey][hidden]")) {
    button.hidden = false;
    const { passkey, passkeyTo } = button.dataset;
    const to = passkeyTo || prefix || "/";
    const part = button.parentElement;
    const say = (what) => part.querySelectorAll("[data-passkey-failed]").forEach((words) => (words.hidden = words.dataset.passkeyFailed !== what));
    const arrive = (path) => {
      const dialog = button.closest("dialog");
      if (path !== location.pathname) location.assign(path);
      else if (!dialog) location.reload();
      else {
        dialog.close();
        dispatchEvent(new Event("reader"));
      }
    };
    button.addEventListener("click", async (event) => {
      // The button that makes a key stands in a form, for password managers; it is not sent.
      event.preventDefault();
      say(null);
      const password = part.querySelector("[name=current_password]");
      if (password?.reportValidity() === false) return;
      try {
        arrive(await (passkey === "add" ? add(password?.value ?? "") : sign(to)));
      } catch (error) {
        say(error.code === "credentials" ? "credentials" : "");
      }
    });
    // At once, before anyone can press: what is asked later takes the place of what was asked before. Whoever chooses nothing
    // has not failed.
    if (passkey === "sign" && offers) sign(to, "conditional").then(arrive, () => {});
  }
}

addEventListener("passkey", prepare);
prepare();
