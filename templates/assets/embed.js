// Tells the page around a frame how high this one is, so that nothing has to scroll.
(() => {
  if (parent === window) return
  const page = document.documentElement
  const tell = () =>
    parent.postMessage({ "breakeven-height": Math.ceil(page.getBoundingClientRect().height) }, "*")
  new ResizeObserver(tell).observe(page)
})()
