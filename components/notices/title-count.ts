/** Puts how many came unseen before the page's title, `(2) Hàng đợi`, and keeps it there when the page sets its title anew. */
export function titleCount(): { add: () => void; clear: () => void; stop: () => void } {
  let count = 0;
  const write = () => {
    const plain = document.title.replace(/^\(\d+\) /, "");
    const wanted = count > 0 ? `(${count}) ${plain}` : plain;
    if (document.title !== wanted) document.title = wanted;
  };
  const observer = new MutationObserver(write);
  observer.observe(document.head, { childList: true, subtree: true, characterData: true });
  return {
    add: () => {
      count += 1;
      write();
    },
    clear: () => {
      count = 0;
      write();
    },
    stop: () => {
      observer.disconnect();
      count = 0;
      write();
    },
  };
}
