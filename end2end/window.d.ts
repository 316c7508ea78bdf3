// What tests leave in a page, to find it there again.

interface Window {
  /** Put there by axe-core. */
  axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
  /** Gone once the document is another one. */
  mark?: boolean;
  /** Set by words that run as a script. */
  pwned?: unknown;
  /** What was given to the device to share. */
  shared?: { title: string; url: string };
  spoken: SpeechSynthesisUtterance[];
  voices: object[];
  asked: SpeechSynthesisUtterance;
  moved: { value: number; lines: string[] }[];
  /** Tells the test which language was painted. */
  shown(language: string): void;
}

/** An entry of the Layout Instability API, which lib.dom does not have. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}
