"""The areas of the United Kingdom by name, so that a column of them is never taken for one of measures.

Councils as they were between 2009 and 2025, regions and countries. The names only say what a column holds:
which area is ours, and which are compared, is settled elsewhere.
"""

import re

from pmdesk.exchange.names import fold

_ENGLAND = """
Adur|Allerdale|Amber Valley|Arun|Ashfield|Ashford|Aylesbury Vale|Babergh|Barking and Dagenham|Barnet|Barnsley
Barrow-in-Furness|Basildon|Basingstoke and Deane|Bassetlaw|Bath and North East Somerset|Bedford|Bexley
Birmingham|Blaby|Blackburn with Darwen|Blackpool|Bolsover|Bolton|Boston|Bournemouth|Poole
Bournemouth, Christchurch and Poole|Bracknell Forest|Bradford|Braintree|Breckland|Brent|Brentwood
Brighton and Hove|Bristol|Bristol, City of|Broadland|Bromley|Bromsgrove|Broxbourne|Broxtowe|Buckinghamshire
Burnley|Bury|Calderdale|Cambridge|Cambridgeshire|Camden|Cannock Chase|Canterbury|Carlisle|Castle Point
Central Bedfordshire|Charnwood|Chelmsford|Cheltenham|Cherwell|Cheshire East|Cheshire West and Chester
Chesterfield|Chichester|Chiltern|Chorley|Christchurch|City of London|Colchester|Copeland|Corby|Cornwall
Cotswold|County Durham|Coventry|Craven|Crawley|Croydon|Cumberland|Cumbria|Dacorum|Darlington|Dartford
Daventry|Derby|Derbyshire|Derbyshire Dales|Devon|Doncaster|Dorset|Dover|Dudley|Durham|Ealing
East Cambridgeshire|East Devon|East Dorset|East Hampshire|East Hertfordshire|East Lindsey
East Northamptonshire|East Riding of Yorkshire|East Staffordshire|East Suffolk|East Sussex|Eastbourne
Eastleigh|Eden|Elmbridge|Enfield|Epping Forest|Epsom and Ewell|Erewash|Essex|Exeter|Fareham|Fenland
Folkestone and Hythe|Forest of Dean|Forest Heath|Fylde|Gateshead|Gedling|Gloucester|Gloucestershire|Gosport
Gravesham|Great Yarmouth|Greenwich|Guildford|Hackney|Halton|Hambleton|Hammersmith and Fulham|Hampshire
Harborough|Haringey|Harlow|Harrogate|Harrow|Hart|Hartlepool|Hastings|Havant|Havering|Herefordshire
Herefordshire, County of|Hertfordshire|Hertsmere|High Peak|Hillingdon|Hinckley and Bosworth|Horsham|Hounslow
Huntingdonshire|Hyndburn|Ipswich|Isle of Wight|Isles of Scilly|Islington|Kensington and Chelsea|Kent
Kettering|King's Lynn and West Norfolk|Kingston upon Hull|Kingston upon Hull, City of|Kingston upon Thames
Kirklees|Knowsley|Lambeth|Lancashire|Lancaster|Leeds|Leicester|Leicestershire|Lewes|Lewisham|Lichfield
Lincoln|Lincolnshire|Liverpool|Luton|Maidstone|Maldon|Malvern Hills|Manchester|Mansfield|Medway|Melton
Mendip|Merton|Mid Devon|Mid Suffolk|Mid Sussex|Middlesbrough|Milton Keynes|Mole Valley|New Forest
Newark and Sherwood|Newcastle upon Tyne|Newcastle-under-Lyme|Newham|Norfolk|North Devon|North Dorset
North East Derbyshire|North East Lincolnshire|North Hertfordshire|North Kesteven|North Lincolnshire
North Norfolk|North Northamptonshire|North Somerset|North Tyneside|North Warwickshire
North West Leicestershire|North Yorkshire|Northampton|Northamptonshire|Northumberland|Norwich|Nottingham
Nottinghamshire|Nuneaton and Bedworth|Oadby and Wigston|Oldham|Oxford|Oxfordshire|Pendle|Peterborough
Plymouth|Portsmouth|Preston|Purbeck|Reading|Redbridge|Redcar and Cleveland|Redditch|Reigate and Banstead
Ribble Valley|Richmond upon Thames|Richmondshire|Rochdale|Rochford|Rossendale|Rother|Rotherham|Rugby
Runnymede|Rushcliffe|Rushmoor|Rutland|Ryedale|Salford|Sandwell|Scarborough|Sedgemoor|Sefton|Selby|Sevenoaks
Sheffield|Shepway|Shropshire|Slough|Solihull|Somerset|Somerset West and Taunton|South Bucks
South Cambridgeshire|South Derbyshire|South Gloucestershire|South Hams|South Holland|South Kesteven
South Lakeland|South Norfolk|South Northamptonshire|South Oxfordshire|South Ribble|South Somerset
South Staffordshire|South Tyneside|Southampton|Southend-on-Sea|Southwark|Spelthorne|St Albans
St Edmundsbury|St Helens|St. Helens|Stafford|Staffordshire|Staffordshire Moorlands|Stevenage|Stockport
Stockton-on-Tees|Stoke-on-Trent|Stratford-on-Avon|Stroud|Suffolk|Suffolk Coastal|Sunderland|Surrey
Surrey Heath|Sutton|Swale|Swindon|Tameside|Tamworth|Tandridge|Taunton Deane|Teignbridge|Telford and Wrekin
Tendring|Test Valley|Tewkesbury|Thanet|Three Rivers|Thurrock|Tonbridge and Malling|Torbay|Torridge
Tower Hamlets|Trafford|Tunbridge Wells|Uttlesford|Vale of White Horse|Wakefield|Walsall|Waltham Forest
Wandsworth|Warrington|Warwick|Warwickshire|Watford|Waveney|Waverley|Wealden|Wellingborough|Welwyn Hatfield
West Berkshire|West Devon|West Dorset|West Lancashire|West Lindsey|West Northamptonshire|West Oxfordshire
West Somerset|West Suffolk|West Sussex|Westminster|Westmorland and Furness|Weymouth and Portland|Wigan
Wiltshire|Winchester|Windsor and Maidenhead|Wirral|Woking|Wokingham|Wolverhampton|Worcester|Worcestershire
Worthing|Wychavon|Wycombe|Wyre|Wyre Forest|York
"""
_SCOTLAND = """
Aberdeen City|Aberdeen|Aberdeenshire|Angus|Argyll and Bute|City of Edinburgh|Edinburgh|Edinburgh City
Clackmannanshire|Dumfries and Galloway|Dundee City|Dundee|East Ayrshire|East Dunbartonshire|East Lothian
East Renfrewshire|Eilean Siar|Na h-Eileanan Siar|Western Isles|Falkirk|Fife|Glasgow City|Glasgow|Highland
Inverclyde|Midlothian|Moray|North Ayrshire|North Lanarkshire|Orkney Islands|Orkney|Perth and Kinross
Renfrewshire|Scottish Borders|Shetland Islands|Shetland|South Ayrshire|South Lanarkshire|Stirling
West Dunbartonshire|West Lothian
"""
_WALES = """
Blaenau Gwent|Bridgend|Pen-y-bont ar Ogwr|Caerphilly|Caerffili|Cardiff|Caerdydd|Carmarthenshire
Sir Gaerfyrddin|Ceredigion|Conwy|Denbighshire|Sir Ddinbych|Flintshire|Sir y Fflint|Gwynedd|Isle of Anglesey
Anglesey|Ynys Môn|Merthyr Tydfil|Merthyr Tudful|Monmouthshire|Sir Fynwy|Neath Port Talbot
Castell-nedd Port Talbot|Newport|Casnewydd|Pembrokeshire|Sir Benfro|Powys|Rhondda Cynon Taf|Swansea|Abertawe
Torfaen|Tor-faen|Vale of Glamorgan|The Vale of Glamorgan|Bro Morgannwg|Wrexham|Wrecsam
"""
_NORTHERN_IRELAND = """
Antrim and Newtownabbey|Ards and North Down|Armagh City, Banbridge and Craigavon|Belfast
Causeway Coast and Glens|Derry City and Strabane|Fermanagh and Omagh|Lisburn and Castlereagh
Mid and East Antrim|Mid Ulster|Newry, Mourne and Down
"""
_WIDER = """
England|Scotland|Wales|Cymru|Lloegr|Northern Ireland|Great Britain|United Kingdom|UK|GB|England and Wales
North East|North West|Yorkshire and the Humber|Yorkshire and The Humber|East Midlands|West Midlands
East of England|East|London|South East|South West|Greater Manchester|Merseyside|South Yorkshire
West Yorkshire|Tyne and Wear
"""
# Words that councils add, and by which one file's names differ from another's.
_ADDED = re.compile(
    r"\b(?:(?:city|county|district|borough|metropolitan|unitary|london|royal|town) )*"
    r"(?:council|authority|borough|district|city|mbc|bc|dc|cc|mdc|cbc|ua)$"
    r"|^(?:the )?(?:london borough|royal borough|city|borough|county) of "
)
_CODE = re.compile(r"[EWSNK]\d{8}|95[A-Z]{2}")


def is_place(name: str) -> bool:
    """Whether a name, or a statistics office's code, is that of an area.

    >>> [is_place(text) for text in ("Trafford", "Bury MBC", "E08000009", "England & Wales", "Visits")]
    [True, True, True, True, False]
    """
    plain = _plain(name)
    return plain in _PLACES or bool(_CODE.fullmatch(name.strip())) or _ADDED.sub("", plain).strip() in _PLACES


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", fold(name.replace("&", " and ").replace("'", ""))).split())


_PLACES = frozenset(
    _plain(name)
    for names in (_ENGLAND, _SCOTLAND, _WALES, _NORTHERN_IRELAND, _WIDER)
    for line in names.strip().split("\n")
    for name in line.split("|")
)
