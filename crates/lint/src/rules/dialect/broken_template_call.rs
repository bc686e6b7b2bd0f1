//! Owns the rule `broken-template-call`.

use crate::Context;
use crate::rule::rule;

rule! {
    /// A shortcode, tag, component or directive is not closed, closes nothing, or is mistyped.
    ///
    /// **Why.** The generator stops at it, or publishes it as text.
    ///
    /// ````md bad
    /// {{< figure src="bridge.jpg" caption="The bridge"
    ///
    /// It rained.
    /// ````
    ///
    /// ````md bad
    /// {{< figure src="bridge.jpg" %}}
    /// ````
    ///
    /// ````md bad
    /// {{< highlight go >}}
    /// fmt.Println("It rained")
    /// ````
    ///
    /// ````md bad
    /// {{% note %}}
    /// Bring a coat.
    /// {{% /notice %}}
    /// ````
    ///
    /// ````md good
    /// {{< figure src="bridge.jpg" caption="The bridge" >}}
    ///
    /// {{% note %}}
    /// Bring a coat.
    /// {{% /note %}}
    /// ````
    ///
    /// **Source.** The pages on shortcodes, tags and MDX of Hugo, Jekyll, Eleventy, Zola and Docusaurus.
    BROKEN_TEMPLATE_CALL { id: "broken-template-call", group: Dialect, severity: Error, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let document = cx.document;
    for problem in &document.template_problems {
        cx.report(problem.span, problem.message.as_str(), Vec::new());
    }
}
