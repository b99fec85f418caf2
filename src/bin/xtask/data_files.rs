//! Puts the data into a release: one file for each kind of data and language, named by what is in it, and the list of them in
//! the page. What the app begins with in the page's own language stands in the page itself, behind the list of cases, so that
//! it is there before the module, and the words that stand there twice are packed once.

use crate::{Failure, Outcome, files, library, one_file, say, short, worker};
use ashar::{
    domain::{
        data_error::DataError,
        data_files::{self, CORE, translation},
        validate::Data,
    },
    i18n::{Lang, MESSAGES, validate},
};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use std::{collections::BTreeMap, fs, path::Path};

/// How the names of the files begin.
pub(crate) const DATA: &str = "ashar-data-";

/// The names of the data files, by language and by what they hold.
pub(crate) type DataFiles = BTreeMap<String, BTreeMap<String, String>>;

/// The language of the page itself.
pub(crate) const OWN: &str = data_files::ENGLISH;

/// Puts the data of a folder like `data/` into a release, in place of what it had, with everything that names or holds its files:
/// the page, the worker and the app in one file.
pub(crate) fn publish(data: &Path, root: &Path) -> Outcome {
    let listed = put(data, root)?;
    worker::write(root, &listed)?;
    let code = one_file::write(root, &files(root)?, Box::leak(Box::new(library()?)))?;
    say(&format!(
        "wrote {} languages; the verification code of the one file is {code}",
        listed.len()
    ));
    Ok(())
}

/// Puts the data of a folder like `data/` beside the module and into the page, in place of what was there.
pub(crate) fn put(data: &Path, root: &Path) -> Result<DataFiles, Failure> {
    let all = read(data)?;
    for name in files(root)?.keys().filter(|name| name.starts_with(DATA)) {
        fs::remove_file(root.join(name))?;
    }
    let mut listed = DataFiles::new();
    let mut in_page = BTreeMap::new();
    for (lang, contents) in all {
        let names = listed.entry(lang.clone()).or_default();
        for (name, json) in contents {
            if lang == OWN && [CORE, MESSAGES].contains(&name.as_str()) {
                in_page.insert(name, json);
                continue;
            }
            let file = format!("{DATA}{name}-{lang}-{}.json", short(Sha256::digest(&json)));
            fs::write(root.join(&file), json)?;
            names.insert(name, file);
        }
    }
    let list = json!({ "own": OWN, "files": listed }).to_string();
    in_page.insert("files".to_owned(), list);
    let index = root.join("index.html");
    fs::write(&index, with_data(&fs::read_to_string(&index)?, &in_page)?)?;
    Ok(listed)
}

/// Writes the data files of a folder like `data/` and nothing else.
pub(crate) fn write(data: &Path, folder: &Path) -> Outcome {
    fs::create_dir_all(folder)?;
    for (lang, contents) in read(data)? {
        for (name, json) in contents {
            fs::write(folder.join(format!("{name}-{lang}.json")), json)?;
        }
    }
    Ok(())
}

/// Writes the English texts of a folder like `data/` as a translation has them.
pub(crate) fn write_texts(data: &Path, folder: &Path) -> Outcome {
    let data = Data::read(data).map_err(|errors| lines(&errors))?;
    for (path, mut texts) in translation::source_texts(&data) {
        // What English has not, another language may have: it is added where it is needed.
        texts.retain(|_, text| !text.is_empty());
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, serde_json::to_string_pretty(&texts)? + "\n")?;
    }
    Ok(())
}

/// Errors, one to a line.
fn lines(errors: &[DataError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// The data of every language of a folder: by language and name, the JSON of each file.
///
/// # Errors
/// Everything that is wrong with any of them.
fn read(data: &Path) -> Result<BTreeMap<String, Vec<(String, String)>>, Failure> {
    let mut all = BTreeMap::new();
    let mut faults: Vec<DataError> = Vec::new();
    // What is wrong with English is so in every language.
    let mut note = |errors: Vec<DataError>| {
        let new: Vec<DataError> =
            errors.into_iter().filter(|error| !faults.contains(error)).collect();
        faults.extend(new);
    };
    for lang in data_files::languages(data) {
        let mut contents = Vec::new();
        match data_files::write(data, &lang) {
            Ok(files) => {
                contents.extend(files.into_iter().map(|file| (file.name.to_owned(), file.json)));
            }
            Err(errors) => note(errors),
        }
        let path = data.join("words").join(&lang).with_extension("json");
        let tag = Lang::parse(&lang).filter(|tag| tag.tag() == lang);
        let tag = tag.ok_or_else(|| {
            format!("{}: name it by the tag of its language, in small letters", path.display())
        })?;
        match validate::read(&path.display().to_string(), &fs::read_to_string(&path)?, &tag) {
            Ok(messages) => {
                for (name, part) in messages.parted() {
                    contents.push((name.to_owned(), part.to_json(&tag)?));
                }
            }
            Err(errors) => note(errors),
        }
        all.insert(lang, contents);
    }
    if faults.is_empty() { Ok(all) } else { Err(lines(&faults).into()) }
}

/// What begins an element of the page that holds data.
pub(crate) const JSON: &str = "<script type=application/json";
/// What begins the data in the page.
const BEGIN: &str = "<script type=application/json id=data-";

/// The page with this data at its end, in place of what was there.
fn with_data(html: &str, data: &BTreeMap<String, String>) -> Result<String, String> {
    let (page, end) = html.rsplit_once("</body>").ok_or("index.html has no end")?;
    let page = page.split(BEGIN).next().unwrap_or_default();
    let scripts = data.iter().map(|(name, json)| {
        // The only letter that could end the element; inside texts JSON may write it like this.
        let json = json.replace('<', "\\u003c");
        [BEGIN, name, ">", &json, "</script>"].concat()
    });
    Ok([page, &scripts.collect::<String>(), "</body>", end].concat())
}

#[cfg(test)]
mod tests {
    use super::with_data;
    use std::collections::BTreeMap;

    #[test]
    fn data_stands_at_the_end_of_the_page_and_takes_the_place_of_what_was_there() {
        let data = |text: &str| BTreeMap::from([("core".to_owned(), text.to_owned())]);
        let page = with_data("<body><p>Cases</p></body></html>", &data("{\"a\":1}")).unwrap();
        assert_eq!(
            page,
            "<body><p>Cases</p><script type=application/json id=data-core>{\"a\":1}</script></body></html>"
        );
        assert_eq!(with_data(&page, &data("{\"a\":1}")), Ok(page));
    }

    #[test]
    fn no_text_ends_the_element_that_it_stands_in() {
        let data = BTreeMap::from([("core".to_owned(), "\"</script><!--\"".to_owned())]);
        let page = with_data("<body></body>", &data).unwrap();
        assert!(page.contains(">\"\\u003c/script>\\u003c!--\"</script></body>"), "{page}");
    }
}
