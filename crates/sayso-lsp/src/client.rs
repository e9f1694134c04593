//! What the editor can do, and what it is told that the server can.

use lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CodeLensOptions, DiagnosticOptions,
    DiagnosticServerCapabilities, ExecuteCommandOptions, HoverProviderCapability, OneOf, ServerCapabilities,
    TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions, TextDocumentSyncSaveOptions,
    WorkspaceFoldersServerCapabilities, WorkspaceServerCapabilities,
};

use crate::commands::COMMANDS;
use crate::params::Params;
use crate::places::Encoding;

/// What the editor can do.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is something that an editor says of itself")]
pub(crate) struct Client {
    pub(crate) encoding: Encoding,
    /// It asks for diagnostics, and asks again when it is told to. Such an editor is not sent them as well, or it would show them
    /// twice. One that cannot be told to would never learn that the settings are others: it is sent them.
    pub(crate) pulls: bool,
    pub(crate) related: bool,
    /// Hovers in Markdown.
    pub(crate) markdown: bool,
    /// Symbols with others in them.
    pub(crate) nests: bool,
    /// Edits that say of which version they are.
    pub(crate) versions: bool,
    /// It shows a document that it is told of.
    pub(crate) shows: bool,
    /// It can be asked to watch files.
    pub(crate) watches: bool,
}

impl Client {
    /// As it says of itself; what it does not say it cannot.
    pub(crate) fn of(initialize: &Params) -> Self {
        let is = |pointer: &str| initialize.is(&format!("/capabilities/{pointer}"));
        let has = |pointer: &str| initialize.has(&format!("/capabilities/{pointer}"));
        let mut hovers = initialize.texts("/capabilities/textDocument/hover/contentFormat").peekable();
        Self {
            encoding: Encoding::agreed(
                &initialize.texts("/capabilities/general/positionEncodings").collect::<Vec<_>>(),
            ),
            pulls: has("textDocument/diagnostic") && is("workspace/diagnostics/refreshSupport"),
            related: is("textDocument/publishDiagnostics/relatedInformation")
                || is("textDocument/diagnostic/relatedInformation"),
            markdown: hovers.any(|format| format == "markdown"),
            nests: is("textDocument/documentSymbol/hierarchicalDocumentSymbolSupport"),
            versions: is("workspace/workspaceEdit/documentChanges"),
            shows: is("window/showDocument/support"),
            watches: is("workspace/didChangeWatchedFiles/dynamicRegistration"),
        }
    }

    /// What the server can do for it.
    pub(crate) fn server(self) -> ServerCapabilities {
        let pulled = DiagnosticOptions { identifier: Some("sayso".to_owned()), ..DiagnosticOptions::default() };
        ServerCapabilities {
            position_encoding: Some(self.encoding.kind()),
            text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::INCREMENTAL),
                save: Some(TextDocumentSyncSaveOptions::Supported(true)),
                ..TextDocumentSyncOptions::default()
            })),
            diagnostic_provider: self.pulls.then_some(DiagnosticServerCapabilities::Options(pulled)),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
                code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]),
                ..CodeActionOptions::default()
            })),
            code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(false) }),
            document_symbol_provider: Some(OneOf::Left(true)),
            execute_command_provider: Some(ExecuteCommandOptions {
                commands: COMMANDS.map(str::to_owned).to_vec(),
                ..ExecuteCommandOptions::default()
            }),
            workspace: Some(WorkspaceServerCapabilities {
                workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                    supported: Some(true),
                    change_notifications: Some(OneOf::Left(true)),
                }),
                file_operations: None,
            }),
            ..ServerCapabilities::default()
        }
    }
}
