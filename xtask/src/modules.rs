//! The app's modules with all that belongs to them, named by content: made from what Cargo left,
//! once for every base.
//!
//! The page's glue and its link script import each other, and the glue, its module and the rest
//! fit no other build's: one hash over all of them names them all.

use std::path::{Path, PathBuf};
use std::{fs, thread};

use anyhow::Context;

use crate::compile::{BACKGROUND, Compiled, PAGE, Profile, machine_folders};
use crate::split::{Names, Parts, split};
use crate::steps::{Step, Steps};
use crate::{bindgen, files, minify, optimise, paths};

pub const SPLIT: Step = Step { title: "Splitting the page's module, and its glue", seconds: 10 };
/// While developing there is one module.
pub const GLUE: Step = Step { title: "The modules' glue", seconds: 5 };
pub const OPTIMISE: Step = Step { title: "wasm-opt", seconds: 90 };

/// What a file of the bundle is to the modules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The page's glue, which starts it.
    Script,
    /// The page's module.
    Module,
    /// The script that fetches the rest; the glue imports it.
    Link,
    /// The rest of the page's module, fetched later.
    Rest,
    /// The Web Worker's glue, which starts it.
    BackgroundScript,
    /// The Web Worker's module.
    BackgroundModule,
}

impl Part {
    const ALL: [Self; 6] = [
        Self::Script,
        Self::Module,
        Self::Link,
        Self::Rest,
        Self::BackgroundScript,
        Self::BackgroundModule,
    ];

    /// Its name without the hash, which stands before the point.
    fn plain(self) -> String {
        match self {
            Self::Script => format!("{PAGE}.js"),
            Self::Module => format!("{PAGE}.wasm"),
            Self::Link => format!("{PAGE}-link.js"),
            Self::Rest => format!("{PAGE}-rest.wasm"),
            Self::BackgroundScript => format!("{BACKGROUND}.js"),
            Self::BackgroundModule => format!("{BACKGROUND}.wasm"),
        }
    }

    /// What the bundle's file of this name is; nothing for other files.
    pub fn of(name: &str) -> Option<Self> {
        let plain = files::without_hash(name)?;
        Self::ALL.into_iter().find(|part| part.plain() == plain)
    }
}

/// The finished files, in a folder of their own.
pub struct Modules {
    folder: PathBuf,
    names: Vec<(Part, String)>,
}

impl Modules {
    /// The files as a bundle names them. The page has all but perhaps the link and the rest.
    pub fn name(&self, part: Part) -> Option<&str> {
        self.names.iter().find(|(each, _)| *each == part).map(|(_, name)| name.as_str())
    }

    /// The name of what every bundle has.
    pub fn needed(&self, part: Part) -> anyhow::Result<&str> {
        self.name(part).with_context(|| format!("{} was not made", part.plain()))
    }

    #[cfg(test)]
    pub fn of(names: &[(Part, &str)]) -> Self {
        let names = names.iter().map(|(part, name)| (*part, (*name).to_owned())).collect();
        Self { folder: PathBuf::new(), names }
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|(_, name)| name.as_str())
    }

    pub fn copy_into(&self, stage: &Path) -> anyhow::Result<()> {
        for name in self.names() {
            files::write(&stage.join(name), files::read(&self.folder.join(name))?)?;
        }
        Ok(())
    }

    fn read(folder: &Path) -> anyhow::Result<Self> {
        let mut names = Vec::new();
        for path in files::below(folder)? {
            let name = files::relative(&path, folder)?;
            names.extend(Part::of(&name).map(|part| (part, name)));
        }
        Ok(Self { folder: folder.to_path_buf(), names })
    }
}

/// Makes them from `compiled`, or finds them made already.
pub fn make(
    compiled: &Compiled,
    profile: Profile,
    npm: &Path,
    steps: &mut Steps,
) -> anyhow::Result<Modules> {
    let folder = paths::made().join(format!("modules-{}", profile.folder()));
    let note = folder.with_extension("made-from");
    let (page, background) = (files::read(&compiled.page)?, files::read(&compiled.background)?);
    let inputs = inputs(&page, &background)?;
    let fresh = files::read_text(&note).is_ok_and(|made_from| made_from == inputs);
    let work = paths::made().join("work");
    let step = if profile == Profile::Release { SPLIT } else { GLUE };
    let mut made = steps.take(step, || {
        if fresh {
            println!("   unchanged");
            return Ok(None);
        }
        Ok(Some(parts(profile, page, background, &work)?))
    })?;
    if profile == Profile::Release {
        steps.take(OPTIMISE, || match &mut made {
            None => {
                println!("   unchanged");
                Ok(())
            }
            Some(made) => optimise::all(&mut made.wasm(), npm, &work),
        })?;
    }
    if let Some(made) = &mut made
        && profile == Profile::Release
    {
        tell_no_machine_paths(made.wasm())?;
    }
    if let Some(made) = made {
        // The note goes first: a folder that is half made is of no build.
        if note.is_file() {
            fs::remove_file(&note)?;
        }
        if folder.is_dir() {
            fs::remove_dir_all(&folder)?;
        }
        for (name, mut bytes) in named(made)? {
            if profile == Profile::Release
                && Path::new(&name).extension().is_some_and(|end| end == "js")
            {
                bytes = minify::script(&bytes, npm)?;
            }
            files::write(&folder.join(name), bytes)?;
        }
        files::write(&note, inputs)?;
    }
    Modules::read(&folder)
}

/// Where a panic was is told without the folders of the machine that built (see compile.rs).
fn tell_no_machine_paths(modules: Vec<(String, &mut Vec<u8>)>) -> anyhow::Result<()> {
    for (name, module) in modules {
        for folder in machine_folders() {
            let folder = folder.to_string_lossy();
            let tells = module.windows(folder.len()).any(|bytes| bytes == folder.as_bytes());
            anyhow::ensure!(!tells, "{name} tells of {folder}");
        }
    }
    Ok(())
}

/// A name for all that the files are made from.
fn inputs(page: &[u8], background: &[u8]) -> anyhow::Result<String> {
    let root = paths::root();
    let mut all = files::short_hash(page) + &files::short_hash(background);
    // The versions of the splitter, of wasm-bindgen and of wasm-opt.
    for lock in ["Cargo.lock", "xtask/npm/package-lock.json"] {
        all += &files::short_hash(&files::read(&root.join(lock))?);
    }
    for source in [
        include_str!("modules.rs"),
        include_str!("split.rs"),
        include_str!("bindgen.rs"),
        include_str!("optimise.rs"),
        include_str!("minify.rs"),
    ] {
        all += &files::short_hash(source.as_bytes());
    }
    Ok(all)
}

/// The parts under their plain names.
struct Made {
    script: String,
    module: Vec<u8>,
    rest: Option<crate::split::Rest>,
    background_script: String,
    background_module: Vec<u8>,
}

impl Made {
    fn wasm(&mut self) -> Vec<(String, &mut Vec<u8>)> {
        let mut all = vec![
            (Part::Module.plain(), &mut self.module),
            (Part::BackgroundModule.plain(), &mut self.background_module),
        ];
        all.extend(self.rest.as_mut().map(|rest| (Part::Rest.plain(), &mut rest.module)));
        all
    }
}

fn parts(
    profile: Profile,
    page: Vec<u8>,
    background: Vec<u8>,
    work: &Path,
) -> anyhow::Result<Made> {
    let (glue, link) = (Part::Script.plain(), Part::Link.plain());
    let parts = match profile {
        // What is compiled for development has no split point (see src/main.rs).
        Profile::Debug => Parts { main: page, rest: None },
        Profile::Release => split(&page, &Names { glue: &glue, link: &link }, work)?,
    };
    let (page, background) = thread::scope(|scope| {
        let background = scope.spawn(|| bindgen::bind(BACKGROUND, background));
        let page = bindgen::bind(PAGE, parts.main);
        let background = background.join().map_err(|_| anyhow::anyhow!("wasm-bindgen broke off"));
        (page, background)
    });
    let (page, background) = (page?, background??);
    Ok(Made {
        script: page.glue,
        module: page.module,
        rest: parts.rest,
        background_script: background.glue,
        background_module: background.module,
    })
}

/// Every file under its name by content, with the names of the others put into it.
fn named(made: Made) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    // The scripts are made small afterwards, by these.
    let minifier =
        [&include_bytes!("minify.rs")[..], &include_bytes!("../npm/package-lock.json")[..]];
    let mut of_page = vec![made.script.as_bytes(), &made.module];
    of_page.extend(minifier);
    if let Some(rest) = &made.rest {
        of_page.extend([rest.link.as_bytes(), &rest.module]);
    }
    let hash = files::short_hash(&of_page.concat());
    let name = |part: Part| files::with_hash(&part.plain(), &hash);
    let mut script = made.script;
    let mut all = Vec::new();
    if let Some(rest) = made.rest {
        let imported = |part: Part| format!("from \"./{}\"", part.plain());
        let from = |part: Part| format!("from \"./{}\"", name(part));
        script = files::replace_once(&script, &imported(Part::Link), &from(Part::Link))?;
        let link = files::replace_once(&rest.link, &imported(Part::Script), &from(Part::Script))?;
        let (fetched, by_content) =
            (format!("\"./{}\"", rest.name), format!("\"./{}\"", name(Part::Rest)));
        let link = files::replace_once(&link, &fetched, &by_content)?;
        all.push((name(Part::Link), link.into_bytes()));
        all.push((name(Part::Rest), rest.module));
    }
    all.push((name(Part::Script), script.into_bytes()));
    all.push((name(Part::Module), made.module));

    let mut of_background = vec![made.background_script.as_bytes(), &made.background_module];
    of_background.extend(minifier);
    let hash = files::short_hash(&of_background.concat());
    let module = files::with_hash(&Part::BackgroundModule.plain(), &hash);
    // A worker has nobody else to start it.
    let start =
        format!("\n__wbg_init({{ module_or_path: new URL('{module}', import.meta.url) }});\n");
    let script = made.background_script + &start;
    all.push((files::with_hash(&Part::BackgroundScript.plain(), &hash), script.into_bytes()));
    all.push((module, made.background_module));
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::{Made, Part, named};
    use crate::split::Rest;

    fn made() -> Made {
        Made {
            script: "import * as import1 from \"./askelma-link.js\"".to_owned(),
            module: b"main".to_vec(),
            rest: Some(Rest {
                name: "split_rest.wasm".to_owned(),
                module: b"rest".to_vec(),
                link: "import { initSync } from \"./askelma.js\"; \"./split_rest.wasm\"".to_owned(),
            }),
            background_script: "glue".to_owned(),
            background_module: b"background".to_vec(),
        }
    }

    fn text(all: &[(String, Vec<u8>)], part: Part) -> String {
        let found = all.iter().find(|(name, _)| Part::of(name) == Some(part));
        found.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
    }

    #[test]
    fn the_parts_of_the_page_know_each_other_by_one_hash() -> anyhow::Result<()> {
        let all = named(made())?;
        assert_eq!(all.len(), 6);
        let name = |part: Part| {
            let found = all.iter().find(|(name, _)| Part::of(name) == Some(part));
            found.map(|(name, _)| name.clone()).unwrap_or_default()
        };
        let (script, rest) = (name(Part::Script), name(Part::Rest));
        let hash = &script["askelma-".len()..script.len() - ".js".len()];
        assert_eq!(rest, format!("askelma-rest-{hash}.wasm"));
        assert_eq!(
            text(&all, Part::Script),
            format!("import * as import1 from \"./askelma-link-{hash}.js\"")
        );
        assert_eq!(
            text(&all, Part::Link),
            format!("import {{ initSync }} from \"./{script}\"; \"./{rest}\"")
        );
        let module = name(Part::BackgroundModule);
        let started = text(&all, Part::BackgroundScript);
        assert!(started.contains(&format!("new URL('{module}', import.meta.url)")), "{started}");
        Ok(())
    }

    #[test]
    fn another_rest_is_another_page() -> anyhow::Result<()> {
        let mut other = made();
        if let Some(rest) = &mut other.rest {
            rest.module.push(0);
        }
        let names = |all: Vec<(String, Vec<u8>)>| all.into_iter().map(|(name, _)| name);
        let before: Vec<_> = names(named(made())?).collect();
        let after: Vec<_> = names(named(other)?).collect();
        assert_eq!(before[..4].iter().filter(|name| after.contains(name)).count(), 0);
        assert_eq!(before[4..], after[4..]);
        Ok(())
    }

    #[test]
    fn an_app_without_a_split_point_has_neither_link_nor_rest() -> anyhow::Result<()> {
        let all = named(Made { rest: None, ..made() })?;
        assert_eq!(all.len(), 4);
        assert_eq!(text(&all, Part::Link), "");
        Ok(())
    }
}
