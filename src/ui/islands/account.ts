/** Adds a passkey and signs in with one. Without script, or in a browser that knows none, its button is not shown. */

/** What the pages' routes answer: where to go on to, or nothing of use. */
interface Answered {
  readonly to?: string;
}

async function post(address: string, body: object): Promise<unknown> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** Asks the device, by the browser's own reading and writing of the options (WebAuthn 3). */
async function askDevice(action: string | undefined, options: never): Promise<Credential | null> {
  if (action === 'create')
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

/** Somebody who closed the device's question has not met an error. */
const wasClosed = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError');

async function run({ passkey, options = '', answer = '' }: DOMStringMap): Promise<string | undefined> {
  const credential = await askDevice(passkey, (await post(options, {})) as never);
  if (!(credential instanceof PublicKeyCredential)) return undefined;
  return ((await post(answer, credential.toJSON())) as Answered).to;
}

function attach(block: HTMLElement): void {
  const button = block.querySelector('button');
  const failed = block.querySelector<HTMLElement>('[data-passkey-failed]');
  if (!button || !failed) return;
  let isBusy = false;
  button.addEventListener('click', () => {
    if (isBusy) return;
    isBusy = true;
    failed.hidden = true;
    run(block.dataset)
      .then((to) => {
        if (to !== undefined) location.assign(to);
      })
      .catch((error: unknown) => {
        failed.hidden = wasClosed(error);
      })
      .finally(() => {
        isBusy = false;
      });
  });
  block.hidden = false;
}

const canAsk =
  'PublicKeyCredential' in window && typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function';
if (canAsk) for (const block of document.querySelectorAll<HTMLElement>('[data-passkey]')) attach(block);
