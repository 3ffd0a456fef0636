// Ask for newer positions now and then, only while somebody looks: a tab that is hidden asks nothing.

export default function ({ data, setTriggerValue, parentElement }) {
  parentElement.stop?.();
  let timer;
  const ask = () => setTriggerValue("beat", Date.now());
  const seen = () => {
    clearInterval(timer);
    if (!document.hidden) timer = setInterval(ask, data.every);
  };
  const back = () => {
    if (!document.hidden) ask();
    seen();
  };
  document.addEventListener("visibilitychange", back);
  parentElement.stop = () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", back);
  };
  seen();
  return parentElement.stop;
}
