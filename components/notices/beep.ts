let context: AudioContext | undefined;

/** Browsers let a page sound only after somebody has pressed something in it. */
export function allowSound(): void {
  context ??= new AudioContext();
  if (context.state === "suspended") void context.resume();
}

/** Two short tones, made here: no file is fetched. Silent until sound is allowed. */
export function beep(): void {
  if (context?.state !== "running") return;
  for (const [index, pitch] of [880, 1175].entries()) {
    const start = context.currentTime + index * 0.18;
    const tone = new OscillatorNode(context, { frequency: pitch });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.2, start + 0.02);
    volume.gain.linearRampToValueAtTime(0, start + 0.15);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.16);
  }
}
