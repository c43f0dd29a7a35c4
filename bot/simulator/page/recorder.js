// Voice notes recorded with the browser's own recorder; the simulator re-wraps what comes out to what Telegram would send.

const KINDS = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4", ""];
const UNAVAILABLE = "Perekam tidak bisa dipakai di peramban ini. Kirim berkas suara lewat tombol lampiran saja.";
const FORBIDDEN = "Mikrofon belum diizinkan. Beri izin di peramban, atau kirim berkas suara lewat tombol lampiran.";

/** Start recording. Returns `{stop() -> Promise<File>, cancel()}`; throws a sentence when there is no microphone. */
export async function startRecording() {
  if (!navigator.mediaDevices || !window.MediaRecorder) throw new Error(UNAVAILABLE);
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => { throw new Error(FORBIDDEN); });
  const mimeType = KINDS.find((kind) => !kind || MediaRecorder.isTypeSupported(kind));
  const recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {});
  const parts = [];
  recorder.addEventListener("dataavailable", (event) => event.data.size && parts.push(event.data));
  recorder.start(250);
  const release = () => stream.getTracks().forEach((track) => track.stop());
  return { stop: () => finished(recorder, parts, release), cancel: () => { recorder.stop(); release(); } };
}

function finished(recorder, parts, release) {
  return new Promise((resolve) => {
    recorder.addEventListener("stop", () => {
      release();
      const type = recorder.mimeType.split(";")[0] || "audio/webm";
      resolve(new File(parts, `suara.${type.split("/")[1]}`, { type }));
    });
    recorder.stop();
  });
}
