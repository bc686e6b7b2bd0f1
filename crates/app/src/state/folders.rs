//! Owns what is known of folders of posts, and how their list is looked at.

use crate::looked::Looked;
use crate::shared::Shared;
use foreword_wire::{PostList, Progress, Trashed, WorkspaceInfo};

/// What the kernel said about folders of posts, and what is looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Folders {
    /// The open one.
    pub(crate) workspace: Shared<Option<WorkspaceInfo>>,
    /// What can be opened again, latest first.
    pub(crate) recent: Shared<Vec<WorkspaceInfo>>,
    /// Path of the open post, where it is one of the folder.
    pub(crate) post: Shared<Option<String>>,
    /// The list; none before it was told.
    pub(crate) list: Shared<Option<PostList>>,
    /// What is in the trash; none until it was asked for.
    pub(crate) trash: Shared<Option<Vec<Trashed>>>,
    /// A long piece of work.
    pub(crate) progress: Option<Progress>,
    /// What of the list is looked at. Here, so that it outlives the panel.
    pub(crate) looked: Shared<Looked>,
}

impl Folders {
    pub(super) fn enter(
        &mut self,
        workspace: Option<WorkspaceInfo>,
        recent: Vec<WorkspaceInfo>,
        post: Option<String>,
    ) {
        let id = |workspace: &Option<WorkspaceInfo>| workspace.as_ref().map(|info| info.id.clone());
        if id(&workspace) != id(&self.workspace) {
            // The list stays until the next one replaces it: it may already be that of this folder.
            self.trash = Shared::default();
            self.looked = Shared::default();
        }
        self.workspace = self.workspace.updated(workspace);
        self.recent = self.recent.updated(recent);
        self.post = self.post.updated(post);
    }
}
