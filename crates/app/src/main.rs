//! Owns the start of the page's user interface: the panic hook and the mount in `#app`.
//!
//! Invariant: the text of the post is never here. It lives in the kernel, so a crash of this module costs no work.

mod app;
mod fields;
mod fixes;
mod icons;
mod kernel;
mod looked;
mod narrow;
mod panes;
mod roving;
mod shared;
mod shortcuts;
mod state;
mod tally;

use app::App;

/// What a person reads when this module stops.
const STOPPED: &str = "The toolbar and the panels have stopped because of a fault in Foreword. \
    Your text is safe and you can go on writing. Save or download it, then reload the page.";

fn main() {
    yew::set_custom_panic_hook(Box::new(|info| {
        kernel::failed(STOPPED);
        web_sys::console::error_1(&info.to_string().into());
    }));
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        yew::Renderer::<App>::with_root(root).render();
    }
}
